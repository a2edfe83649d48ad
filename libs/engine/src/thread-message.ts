import type { MessagePort } from 'node:worker_threads';
import type { EngineInput } from './engine-input.js';
import type { PeopleBytes } from './stored-people.js';

/** What connects two threads that share work. */
export interface SecondThreadData {
  readonly port: MessagePort;
  /** See `COUNTERS`. */
  readonly counters: Int32Array;
}

/** What a thread is given when it starts: everything but the people. */
export interface ThreadData {
  readonly input: Omit<EngineInput, 'mentees' | 'mentors'>;
  readonly memoryMb: number;
  readonly second: SecondThreadData | null;
}

/** People follow in portions, for every thread. */
export type ThreadOrder =
  | {
      readonly kind: 'people';
      readonly mentees: PeopleBytes;
      readonly mentors: PeopleBytes;
    }
  | { readonly kind: 'begin' };

/** What a thread says. */
export type ThreadMessage<A> =
  | { readonly kind: 'progress'; readonly percent: number; readonly stage: string }
  /** A part of what it found that would be too long for the answer. */
  | { readonly kind: 'batch'; readonly index: number; readonly text: string }
  /** The last to be said, though some of the batches may still be on their way from another thread. */
  | { readonly kind: 'answer'; readonly answer: A; readonly batches: number }
  | { readonly kind: 'out-of-memory'; readonly memoryMb: number };
