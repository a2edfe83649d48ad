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
   * The score for which the places of this mentor went; a pair needed more than that. Null where the order of waiting
   * decided and not the score.
   */
  readonly price: number | null;
}

/** The smallest change found that would give this mentee a mentor. */
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
      /** Mentors whom nothing but this rule excludes. */
      readonly mentors: number;
      /** How many of those still have a free place. */
      readonly withFreePlaces: number;
    };

/** Why a mentee has fewer mentors than wanted. */
export interface MenteeDiagnosis {
  readonly menteeId: string;
  readonly wanted: number;
  readonly got: number;
  readonly cause:
    | { readonly kind: 'no-feasible-partner'; readonly excludedBy: readonly RuleCount[] }
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
  readonly cause:
    | { readonly kind: 'no-feasible-partner'; readonly excludedBy: readonly RuleCount[] }
    | { readonly kind: 'partners-placed'; readonly feasiblePartners: number };
}

/** Everybody who is left over, with the reason; both lists sorted by id. */
export interface Diagnosis {
  readonly mentees: readonly MenteeDiagnosis[];
  readonly mentors: readonly MentorDiagnosis[];
}

/** Codes of the hard rules that exclude a pair, by input indices; empty when none does. */
export type ReasonsOf = (menteeIndex: number, mentorIndex: number) => readonly string[];
