import { StateMachine } from './state-machine.js';

export type MailingState = 'draft' | 'scheduled' | 'sending' | 'sent' | 'cancelled';
export type MailingEvent = 'send' | 'begin' | 'continue' | 'finish' | 'cancel';

/**
 * A mail, or a series of them, to many people of a program. `send` gives it its time, `begin` is its first step falling
 * due, `continue` each further one, `finish` the last. What was handed over before `cancel` stays sent.
 */
export const mailingMachine = new StateMachine<MailingState, MailingEvent>({
  name: 'mailing',
  initial: ['draft'],
  final: ['sent', 'cancelled'],
  table: {
    draft: { send: 'scheduled', cancel: 'cancelled' },
    scheduled: { begin: 'sending', cancel: 'cancelled' },
    sending: { continue: 'sending', finish: 'sent', cancel: 'cancelled' },
    sent: {},
    cancelled: {},
  },
});
