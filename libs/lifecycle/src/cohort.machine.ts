import { StateMachine } from './state-machine.js';

export type CohortState =
  'draft' | 'open' | 'closed' | 'matching' | 'published' | 'running' | 'completed' | 'cancelled';
export type CohortEvent =
  | 'open'
  | 'close'
  | 'reopen'
  | 'match'
  | 'publish'
  | 'withdraw'
  | 'rematch'
  | 'start'
  | 'complete'
  | 'cancel';

/**
 * A round of matching. `match` starts the first run and may be repeated for further ones; `reopen` lets people enrol
 * again before anything is published; `publish` may be repeated for pairs that were kept back; `withdraw` takes a publication
 * back before the round runs; `rematch` finds other partners for a few while everybody else stays.
 */
export const cohortMachine = new StateMachine<CohortState, CohortEvent>({
  name: 'cohort',
  initial: ['draft'],
  final: ['completed', 'cancelled'],
  table: {
    draft: { open: 'open', cancel: 'cancelled' },
    open: { close: 'closed', cancel: 'cancelled' },
    closed: { reopen: 'open', match: 'matching', cancel: 'cancelled' },
    matching: { match: 'matching', reopen: 'open', publish: 'published', cancel: 'cancelled' },
    published: {
      publish: 'published',
      withdraw: 'matching',
      rematch: 'published',
      start: 'running',
      cancel: 'cancelled',
    },
    running: { publish: 'running', rematch: 'running', complete: 'completed', cancel: 'cancelled' },
    completed: {},
    cancelled: {},
  },
});
