import type { PairOfIds } from '#assignment';
import type { EngineInput } from '#engine';
import type { AnswerSettings } from './answer-settings.js';
import type { CohortSettings } from './cohort-settings.js';
import type { ConfirmationSettings } from './confirmation-settings.js';
import type { ReadinessProblem } from './cohort.view.js';

/** A mentorship that may end for another. */
export interface FreedPair extends PairOfIds {
  readonly mentorshipId: string;
}

/** Everything but the people that a run depends on, frozen when it is asked for. */
export type RunParameters = Omit<
  CohortSettings,
  'name' | 'enrolment' | keyof AnswerSettings | keyof ConfirmationSettings
> & {
  /** A re-match within a round: only these pairs may change; missing in a run over a whole round. */
  readonly rematch?: { readonly freed: readonly FreedPair[] };
};

/** Somebody enrolled who takes no part in this run. */
export interface LeftAside {
  readonly participationId: string;
  readonly role: 'mentor' | 'mentee';
  readonly reasons: readonly ReadinessProblem[];
}

/** What a run reads: ids of people are participations, capacities what is free at the time of the snapshot. */
export interface MatchInput extends EngineInput {
  readonly parameters: RunParameters;
}

/** A snapshot, and those who were enrolled but are not in it. */
export interface Snapshot {
  readonly input: MatchInput;
  readonly leftAside: readonly LeftAside[];
}
