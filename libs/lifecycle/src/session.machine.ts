import { StateMachine } from './state-machine.js';

export type SessionState =
  | 'proposed'
  | 'countered'
  | 'scheduled'
  | 'completed'
  | 'did_not_happen'
  | 'cancelled'
  | 'expired'
  | 'disputed';
export type SessionEvent =
  'counter' | 'accept' | 'move' | 'cancel' | 'expire' | 'complete' | 'miss' | 'dispute';

/**
 * A meeting. It starts as a proposal, or scheduled when it is booked in common free time.
 *
 * `counter` hands the turn to the other side, there and back. `complete` and `miss` say whether it took place;
 * `dispute` is the other side saying differently, after which `complete` or `miss` settles it. `expire` closes a
 * proposal that nobody answered and a meeting about which nobody said anything.
 */
export const sessionMachine = new StateMachine<SessionState, SessionEvent>({
  name: 'session',
  initial: ['proposed', 'scheduled'],
  final: ['cancelled', 'expired'],
  table: {
    proposed: { counter: 'countered', accept: 'scheduled', cancel: 'cancelled', expire: 'expired' },
    countered: { counter: 'proposed', accept: 'scheduled', cancel: 'cancelled', expire: 'expired' },
    scheduled: {
      move: 'scheduled',
      cancel: 'cancelled',
      complete: 'completed',
      miss: 'did_not_happen',
      expire: 'expired',
    },
    completed: { dispute: 'disputed' },
    did_not_happen: { dispute: 'disputed' },
    disputed: { complete: 'completed', miss: 'did_not_happen' },
    cancelled: {},
    expired: {},
  },
});
