import { type AssignmentResult, INFEASIBLE } from '#assignment';
import { type ScoringContext, scorePair, strengthOf, type StrengthScale } from '#scoring';
import type { EngineInput } from './engine-input.js';
import type { FoundPair } from './engine-output.js';

/** The pairs of a result with their reasons, and with a word for each where the cohort is large enough for words. */
export function foundPairs(
  result: AssignmentResult,
  input: EngineInput,
  context: ScoringContext,
  scale: StrengthScale | null,
): FoundPair[] {
  const mentees = new Map(input.mentees.map((mentee) => [mentee.id, mentee]));
  const mentors = new Map(input.mentors.map((mentor) => [mentor.id, mentor]));
  return result.pairs.map(({ menteeId, mentorId, score, locked }) => {
    const mentee = mentees.get(menteeId);
    const mentor = mentors.get(mentorId);
    const explained =
      mentee === undefined || mentor === undefined ? null : scorePair(mentee, mentor, context);
    return {
      menteeId,
      mentorId,
      score,
      locked,
      strength: score === INFEASIBLE ? null : strengthOf(score, scale),
      contributions: explained?.feasible === true ? explained.contributions : [],
    };
  });
}
