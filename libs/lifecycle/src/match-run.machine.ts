import { StateMachine } from './state-machine.js';

export type MatchRunState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
export type MatchRunEvent = 'start' | 'restart' | 'hand_back' | 'succeed' | 'fail' | 'cancel';

/**
 * One computation. `restart` is a worker taking over from one that died, `hand_back` one that stops and lets another
 * begin anew; a result never changes.
 */
export const matchRunMachine = new StateMachine<MatchRunState, MatchRunEvent>({
  name: 'match run',
  initial: ['queued'],
  final: ['succeeded', 'failed', 'cancelled'],
  table: {
    queued: { start: 'running', fail: 'failed', cancel: 'cancelled' },
    running: {
      restart: 'running',
      hand_back: 'queued',
      succeed: 'succeeded',
      fail: 'failed',
      cancel: 'cancelled',
    },
    succeeded: {},
    failed: {},
    cancelled: {},
  },
});
