import type { NamedPerson, PairCost } from './run.view.js';

/** A pair of the run that gives way. */
export interface DisplacedPair {
  readonly mentee: NamedPerson;
  readonly mentor: NamedPerson;
  readonly score: number;
}

/** What a hand-made pair costs the run while everybody else stays as the run has them; exact. */
export interface HandMadePrice {
  /** Pairs that the run loses: those displaced less the new one. */
  readonly pairs: number;
  /** Points that the total falls; negative when it rises. A pair against a hard rule counts nothing. */
  readonly points: number;
  readonly displaced: readonly DisplacedPair[];
  /** Mentees who are left without a mentor. */
  readonly losing: readonly NamedPerson[];
}

/** What an admin reads before a pair is made by hand. */
export interface HandMadePreview {
  readonly mentee: NamedPerson;
  readonly mentor: NamedPerson;
  /** Null for a pair that a hard rule forbids. */
  readonly score: number | null;
  /** Codes of what stands against it: hard rules, `forbidden`, `below-minimum`; empty when nothing does. */
  readonly rules: readonly string[];
  /** The same in words. */
  readonly warnings: readonly string[];
  readonly price: HandMadePrice;
  /** What it would cost if the pair were locked and the run made again, with others arranged anew; null when not known. */
  readonly ifRunAgain: PairCost | null;
}

/** A pair that an admin put beside a run. */
export interface HandMadePairView {
  readonly mentee: NamedPerson;
  readonly mentor: NamedPerson;
  readonly score: number | null;
  readonly rules: readonly string[];
  readonly price: HandMadePrice;
  /** Null until it is published. */
  readonly mentorshipId: string | null;
  /** Name of the admin. */
  readonly by: string;
  readonly at: Date;
}
