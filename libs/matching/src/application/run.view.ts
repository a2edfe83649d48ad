import type { StartRefusal } from '#mentorships';
import type { Contribution, Strength } from '#scoring';
import type { RunKind } from './request-runs.js';
import type { RunParameters } from './match-input.js';

/** Why a pair of a run was not published. */
export type SkipReason = StartRefusal | 'not-enrolled' | 'forbidden' | 'rules';

/** A pair that was not published, and why. */
export interface SkippedPair {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly why: SkipReason;
}

/** What publishing did so far. */
export interface Publication {
  /** Mentorships started, or proposed where people confirm first. */
  readonly started: number;
  readonly skipped: readonly SkippedPair[];
  /** Pairs that can still be published: kept for later, or not approved when only approved ones were. */
  readonly held: number;
  /** Pairs that an admin declined. */
  readonly declined: number;
}

/** What an admin said of a pair. */
export interface PairDecisionView {
  readonly kind: 'approved' | 'declined' | 'suppressed';
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
}

/** A run as admins see it. */
export interface RunView {
  readonly id: string;
  readonly cohortId: string;
  /** Runs that were asked for together, as variants; null for a single one. */
  readonly batchId: string | null;
  /** What it is called among them. */
  readonly label: string | null;
  /** Over a whole round, or a re-match in the middle of it. */
  readonly kind: RunKind;
  readonly state: string;
  /** Per cent. */
  readonly progress: number;
  readonly stage: string;
  readonly parameters: RunParameters;
  readonly inputHash: string | null;
  readonly pairs: number;
  readonly unmatchedMentees: number;
  /** Quality, blocking pairs, the price of stability, the certificate without its prices, versions. */
  readonly summary: object | null;
  readonly failure: string | null;
  /** It was started although fewer mentors were ready than the round asks for. */
  readonly readinessOverridden: boolean;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly cancelRequested: boolean;
  readonly publishedAt: Date | null;
  readonly publication: Publication | null;
  readonly withdrawnAt: Date | null;
  /** What those concerned read of why. */
  readonly withdrawReason: string | null;
  readonly version: number;
}

/** The proof of a run, to be checked by anybody. */
export interface CertificateView {
  readonly inputHash: string | null;
  readonly certificate: object;
}

/** Somebody by name. */
export interface NamedPerson {
  readonly participationId: string;
  readonly name: string;
}

/** A pair of a run, with everything that an admin may know. */
export interface RunPairView {
  readonly mentee: NamedPerson;
  readonly mentor: NamedPerson;
  readonly score: number;
  readonly locked: boolean;
  readonly strength: Strength | null;
  readonly contributions: readonly Contribution[];
  readonly mentorshipId: string | null;
  /** Null while nobody decided. */
  readonly decision: PairDecisionView | null;
}

/** Somebody left over by a run, with the reason in words for the admin. */
export interface RunUnmatchedView {
  readonly person: NamedPerson;
  readonly role: 'mentor' | 'mentee';
  readonly why: string;
  readonly diagnosis: object;
}

/** What making one pair would change for the others. */
export interface PairCost {
  /** Pairs lost. */
  readonly pairs: number;
  /** Points that the total falls; negative when it rises. */
  readonly points: number;
  /** Mentees who would lose their mentor. */
  readonly losing: readonly NamedPerson[];
  /** Mentees who would get one instead. */
  readonly gaining: readonly NamedPerson[];
}

/** Why two people were not put together. */
export interface WhyNotView {
  readonly kind: 'paired' | 'not-in-run' | 'rules' | 'overridden' | 'cost';
  /** In sentences. */
  readonly why: string;
  /** Codes of the hard rules in the way. */
  readonly rules: readonly string[];
  /** Score of the pair at present; null when it may not be made. */
  readonly score: number | null;
  /** The cohort would lose at least this many points; null when that is not known. */
  readonly atLeastPoints: number | null;
  /** What making the pair costs the cohort exactly; null when that is not known. */
  readonly cost: PairCost | null;
}
