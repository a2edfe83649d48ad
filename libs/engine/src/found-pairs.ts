import { type AssignedPair, INFEASIBLE } from '#assignment';
import { type ScoringContext, scorePair, strengthOf, type StrengthScale } from '#scoring';
import type { PlainProblem } from './crew-message.js';
import type { EngineSource } from './engine-input.js';
import type { FoundPair } from './engine-output.js';
import type { Standing } from './standing-input.js';

/** What explains pairs: the people by position. */
export interface PairSetting {
  readonly source: EngineSource;
  readonly standing: Standing;
  readonly problem: Pick<PlainProblem, 'mentees' | 'mentors'>;
  readonly context: ScoringContext;
}

/**
 * Pairs with their reasons, and with a word for each where the cohort is large enough for words. Each is made when its
 * turn comes: the reasons of thousands together take more memory than all the rest.
 */
export function* foundPairs(
  pairs: readonly AssignedPair[],
  { source, standing, problem, context }: PairSetting,
  scale: StrengthScale | null,
): Generator<FoundPair, void> {
  const menteeOf = sourceIndices(problem.mentees, standing.mentees);
  const mentorOf = sourceIndices(problem.mentors, standing.mentors);
  for (const { menteeId, mentorId, score, locked } of pairs) {
    const mentee = source.mentees.at(menteeOf.get(menteeId) ?? NOBODY);
    const mentor = source.mentors.at(mentorOf.get(mentorId) ?? NOBODY);
    const explained =
      mentee === undefined || mentor === undefined ? null : scorePair(mentee, mentor, context);
    yield {
      menteeId,
      mentorId,
      score,
      locked,
      strength: score === INFEASIBLE ? null : strengthOf(score, scale),
      contributions: explained?.feasible === true ? explained.contributions : [],
    };
  }
}

/** No list is so long. */
const NOBODY = 2 ** 32;

/** By id where each person is in the input. */
function sourceIndices(
  people: readonly { readonly id: string }[],
  places: Int32Array,
): ReadonlyMap<string, number> {
  return new Map(people.map(({ id }, position) => [id, places[position] as number]));
}
