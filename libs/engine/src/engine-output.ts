import type { Certificate, Diagnosis, MatchQuality, PairOfIds } from '#assignment';
import type { Contribution, Strength, StrengthScale } from '#scoring';
import type { TableVersions } from './engine-input.js';
import type { Stability } from './stability.js';

/** A pair that was found, with what its score is made of. */
export interface FoundPair extends PairOfIds {
  readonly score: number;
  readonly locked: boolean;
  readonly strength: Strength | null;
  readonly contributions: readonly Contribution[];
}

/** A result in a few numbers; small however large the cohort is. */
export interface EngineSummary extends Omit<MatchQuality, 'load'>, Stability {
  readonly mentees: number;
  readonly mentors: number;
  /** Pairs that no rule of scoring excludes. */
  readonly feasiblePairs: number;
  readonly strengthScale: StrengthScale | null;
  readonly versions: TableVersions;
  /** The result stood its own proof. */
  readonly verified: true;
  /** The certificate without its lists. */
  readonly certificate: object;
}

/** How long a stage took. */
export interface StageTime {
  readonly stage: string;
  readonly milliseconds: number;
}

/** Everything that was found. */
export interface EngineOutput {
  /** SHA-256 of the canonical input and of the versions of its tables. */
  readonly inputHash: string;
  readonly pairs: readonly FoundPair[];
  readonly diagnosis: Diagnosis;
  readonly summary: EngineSummary;
  readonly certificate: Certificate;
}

/** A lock that can't hold, or another fault of the input; the ids stand for people. */
export interface InputFault {
  readonly code: string;
  readonly message: string;
  readonly menteeId: string | null;
  readonly mentorId: string | null;
  /** Hard rules that the pair breaks. */
  readonly rules: readonly string[];
}

/** The result did not stand its own proof: a fault of ours, never of the people. */
export class MatchProofError extends Error {
  constructor(findings: readonly string[]) {
    super(`The result did not pass verification: ${findings.slice(0, 10).join(' ')}`);
    this.name = 'MatchProofError';
  }
}
