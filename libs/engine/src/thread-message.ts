import type { MenteeProfile, MentorProfile } from '#scoring';
import type { EngineInput, TableVersions } from './engine-input.js';
import type { EngineOutcome } from './engine-report.js';

/** What a thread is given when it starts: everything but the people. */
export interface ThreadData {
  readonly input: Omit<EngineInput, 'mentees' | 'mentors'>;
  readonly versions: TableVersions;
  readonly threads: number;
  readonly memoryMb: number;
}

/** People follow in portions: copying thousands at once would hold the sender up. */
export type ThreadOrder =
  | {
      readonly kind: 'people';
      readonly mentees: readonly MenteeProfile[];
      readonly mentors: readonly MentorProfile[];
    }
  | { readonly kind: 'begin' };

/** What it says. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly percent: number; readonly stage: string }
  | { readonly kind: 'outcome'; readonly outcome: EngineOutcome };
