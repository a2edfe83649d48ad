import { StateMachine } from './state-machine.js';

export type ParticipationState =
  'invited' | 'applied' | 'approved' | 'active' | 'paused' | 'left' | 'declined';
export type ParticipationEvent =
  'invite' | 'apply' | 'join' | 'approve' | 'decline' | 'activate' | 'pause' | 'resume' | 'leave';

/**
 * An account's part in a program.
 *
 * An invited person may apply where the program wants to look first, or `join` at once; `decline` is said by the
 * invited person or, about an application, by an admin. An import makes active parts. Nothing is final: whoever left
 * or was declined can be invited or apply again.
 */
export const participationMachine = new StateMachine<ParticipationState, ParticipationEvent>({
  name: 'participation',
  initial: ['invited', 'applied', 'active'],
  final: [],
  table: {
    invited: { apply: 'applied', join: 'active', decline: 'declined' },
    applied: { approve: 'approved', decline: 'declined', leave: 'left' },
    approved: { activate: 'active', pause: 'paused', leave: 'left' },
    active: { pause: 'paused', leave: 'left' },
    paused: { resume: 'active', leave: 'left' },
    left: { invite: 'invited', apply: 'applied' },
    declined: { invite: 'invited', apply: 'applied' },
  },
});
