import { StateMachine } from './state-machine.js';

export type MatchRunState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
export type MatchRunEvent = 'start' | 'restart' | 'succeed' | 'fail' | 'cancel';

/** One computation. `restart` is a worker taking over from one that died; a result never changes. */
export const matchRunMachine = new StateMachine<MatchRunState, MatchRunEvent>({
  name: 'match run',
  initial: ['queued'],
  final: ['succeeded', 'failed', 'cancelled'],
  table: {
    queued: { start: 'running', fail: 'failed', cancel: 'cancelled' },
    running: { restart: 'running', succeed: 'succeeded', fail: 'failed', cancel: 'cancelled' },
    succeeded: {},
    failed: {},
    cancelled: {},
  },
});
