import { StateMachine } from './state-machine.js';

export type InvitationState = 'open' | 'accepted' | 'declined' | 'revoked' | 'expired';
export type InvitationEvent = 'use' | 'accept' | 'decline' | 'revoke' | 'expire' | 'renew';

/**
 * A way into a program. `use` is one of several uses of a link, `accept` the last or only one; an expired invitation
 * can be renewed.
 */
export const invitationMachine = new StateMachine<InvitationState, InvitationEvent>({
  name: 'invitation',
  initial: ['open'],
  final: ['accepted', 'declined', 'revoked'],
  table: {
    open: { use: 'open', accept: 'accepted', decline: 'declined', revoke: 'revoked', expire: 'expired' },
    expired: { renew: 'open', revoke: 'revoked' },
    accepted: {},
    declined: {},
    revoked: {},
  },
});
