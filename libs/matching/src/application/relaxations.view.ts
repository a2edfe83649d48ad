import type { NamedPerson } from './run.view.js';

/** A request of this API that tries a change by solving again, beside the round's own settings. */
export interface TryCall {
  readonly method: 'POST';
  readonly path: string;
  readonly body: { readonly variants: readonly [{ readonly label: string; readonly settings: object }] };
}

/** Rules without which mentees who are left over would have somebody. */
export interface RuleRelaxation {
  readonly rules: readonly string[];
  readonly words: string;
  /** Mentees for each of whom it is the smallest change that leaves somebody; exact for each alone. */
  readonly mentees: number;
  /** Those among them for whom somebody with a free place would be left; exact for each alone. */
  readonly withFreePlaces: number;
  /** Null where no setting of the round turns it off, as with people's own vetoes. */
  readonly tryIt: TryCall | null;
}

/** More places with one mentor. */
export interface PlaceRelaxation {
  readonly mentor: NamedPerson;
  readonly words: string;
  /** Mentees for each of whom places there are the smallest change; exact for each alone. */
  readonly mentees: number;
  /** Places that reach the last of them. */
  readonly places: number;
}

/** Whom to recruit. */
export interface RecruitRelaxation {
  readonly kind: 'goal' | 'skill' | 'time';
  /** Goal area, skill, or weekday and part of the day. */
  readonly what: string;
  readonly words: string;
  readonly timeZone: string;
  /** Mentees left over in this zone who want it: exact. They may be counted for several things. */
  readonly mentees: number;
  /** Mentors who have places for all of them: an estimate from the places that mentors of the round have on average. */
  readonly mentors: number;
}

/** The smallest changes for all whom a run left over, each list by effect. */
export interface RelaxationsView {
  /** Mentees left over who were ready to be matched. */
  readonly mentees: number;
  readonly rules: readonly RuleRelaxation[];
  readonly places: readonly PlaceRelaxation[];
  readonly recruit: readonly RecruitRelaxation[];
}
