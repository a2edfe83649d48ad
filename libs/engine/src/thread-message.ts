import type { MessagePort } from 'node:worker_threads';
import type { MenteeProfile, MentorProfile } from '#scoring';
import type { EngineInput } from './engine-input.js';

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

/** People follow in portions. */
export type ThreadOrder =
  | {
      readonly kind: 'people';
      readonly mentees: readonly MenteeProfile[];
      readonly mentors: readonly MentorProfile[];
    }
  | { readonly kind: 'begin' };

/** What a thread says. */
export type ThreadMessage<A> =
  | { readonly kind: 'progress'; readonly percent: number; readonly stage: string }
  | { readonly kind: 'answer'; readonly answer: A }
  | { readonly kind: 'out-of-memory'; readonly memoryMb: number };
