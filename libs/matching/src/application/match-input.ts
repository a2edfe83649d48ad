import type { PairOfIds } from '#assignment';
import type { Contribution, MenteeProfile, MentorProfile, PlainContext, Strength } from '#scoring';
import type { CohortSettings } from './cohort-settings.js';
import type { ReadinessProblem } from './cohort.view.js';

/** Everything but the people that a run depends on, frozen when it is asked for. */
export type RunParameters = Omit<CohortSettings, 'name'>;

/** Somebody enrolled who takes no part in this run. */
export interface LeftAside {
  readonly participationId: string;
  readonly role: 'mentor' | 'mentee';
  readonly reasons: readonly ReadinessProblem[];
}

/** What a computation reads: plain data, fit for a worker thread. Ids of people are participations. */
export interface MatchInput {
  readonly mentees: readonly MenteeProfile[];
  /** `capacity` is what is free at the time of the snapshot. */
  readonly mentors: readonly MentorProfile[];
  /** How pairs are scored; weights, rules and term as in `parameters`. */
  readonly context: PlainContext;
  readonly locks: readonly PairOfIds[];
  readonly forbidden: readonly PairOfIds[];
  readonly parameters: RunParameters;
}

/** A snapshot, and those who were enrolled but are not in it. */
export interface Snapshot {
  readonly input: MatchInput;
  readonly leftAside: readonly LeftAside[];
}

/** A pair that was found. */
export interface FoundPair extends PairOfIds {
  readonly score: number;
  readonly locked: boolean;
  readonly strength: Strength | null;
  readonly contributions: readonly Contribution[];
}

/** Somebody left over; `diagnosis` is what `#assignment` says. */
export interface LeftOver {
  readonly participationId: string;
  readonly role: 'mentor' | 'mentee';
  readonly diagnosis: object;
}

/** What a computation found. */
export interface MatchOutput {
  /** SHA-256 of the canonical input, the taxonomy's and the zone data's version. */
  readonly inputHash: string;
  readonly pairs: readonly FoundPair[];
  readonly leftOver: readonly LeftOver[];
  /** Quality, certificate, scale of the strength words, versions and counts. */
  readonly summary: object;
}

/** A lock that can't hold, or another fault of the input; the ids stand for people. */
export interface InputFault {
  readonly code: string;
  readonly menteeId: string | null;
  readonly mentorId: string | null;
  /** Hard rules that the pair breaks. */
  readonly rules: readonly string[];
}
