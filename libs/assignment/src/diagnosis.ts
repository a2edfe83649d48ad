/** How many of the other side one rule excludes; somebody excluded by two rules counts for both. */
export interface RuleCount {
  readonly rule: string;
  readonly count: number;
}

/** A mentor whom a mentee could have had. */
export interface NearestPartner {
  readonly mentorId: string;
  readonly score: number;
  /**
   * The score for which the places of this mentor went; a pair needed more than that, where a pair of an earlier round
   * counts as much more as it is worth to keep it. For `stable` it is the least
   * score, without a wish, among those whom the mentor keeps. Null where something else than the score decided: the
   * order of waiting, or for `fair` the worst pair.
   */
  readonly price: number | null;
}

/**
 * The smallest change found that would give this mentee a mentor. Where somebody has one already and wants another, lifted
 * rules may help somebody else first, to whom the mentor that is given up for it goes.
 */
export type Relaxation =
  | {
      readonly kind: 'more-places';
      readonly mentorId: string;
      readonly places: number;
      /** The place has to be locked for this mentee; without it somebody else may get it. */
      readonly reserved: boolean;
    }
  | {
      readonly kind: 'lift-rule';
      readonly rule: string;
      /** A second rule that would have to be lifted, too: no one rule alone would help. */
      readonly also?: string;
      /** Mentors whom nothing but this rule, or these two, excludes. */
      readonly mentors: number;
      /** How many of those still have a free place. */
      readonly withFreePlaces: number;
    };

/** The rules leave nobody. */
export interface NoFeasiblePartner {
  readonly kind: 'no-feasible-partner';
  readonly excludedBy: readonly RuleCount[];
  /**
   * The counts are over so many of the other side, those with free places first: where very many people are left over,
   * the rules of every pair would take too long to name. Absent when all were looked at.
   */
  readonly examined?: number;
}

/** Why a mentee has fewer mentors than wanted. */
export interface MenteeDiagnosis {
  readonly menteeId: string;
  readonly wanted: number;
  readonly got: number;
  readonly cause:
    | NoFeasiblePartner
    | {
        readonly kind: 'places-taken';
        /** Whether earlier people or higher scores took the places. */
        readonly decidedBy: 'order' | 'score';
        readonly feasiblePartners: number;
        /** Up to three mentors, best score first. */
        readonly nearest: readonly NearestPartner[];
      };
  readonly relaxation: Relaxation | null;
}

/** Why a mentor has places left. */
export interface MentorDiagnosis {
  readonly mentorId: string;
  readonly capacity: number;
  readonly free: number;
  readonly cause: NoFeasiblePartner | { readonly kind: 'partners-placed'; readonly feasiblePartners: number };
  /** The fewest rules that leave this mentor nobody, when one or two are all that is in the way; null otherwise. */
  readonly lift: {
    readonly rule: string;
    readonly also?: string;
    /** Mentees whom nothing else excludes. */
    readonly mentees: number;
    /** How many of those want a mentor still. */
    readonly waiting: number;
  } | null;
}

/** Everybody who is left over, with the reason; both lists sorted by id. */
export interface Diagnosis {
  readonly mentees: readonly MenteeDiagnosis[];
  readonly mentors: readonly MentorDiagnosis[];
}

/** Codes of the hard rules that exclude a pair, by input indices; empty when none does. */
export type ReasonsOf = (menteeIndex: number, mentorIndex: number) => readonly string[];
