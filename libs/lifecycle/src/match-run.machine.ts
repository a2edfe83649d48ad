import { StateMachine } from './state-machine.js';

export type MatchRunState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
export type MatchRunEvent = 'start' | 'restart' | 'succeed' | 'fail' | 'cancel';

/**
 * One computation. `restart` is a worker taking over from one that died; a result never changes.
 *
 * Whether the result was published is a matter of its own: see `publicationMachine`.
 */
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

export type PublicationState = 'unpublished' | 'published' | 'withdrawn';
export type PublicationEvent = 'publish' | 'withdraw';

/** What became of the result of a succeeded run. A second `publish` is refused. */
export const publicationMachine = new StateMachine<PublicationState, PublicationEvent>({
  name: 'publication',
  initial: ['unpublished'],
  final: ['withdrawn'],
  table: {
    unpublished: { publish: 'published' },
    published: { withdraw: 'withdrawn' },
    withdrawn: {},
  },
});
