import type { ScoringContext } from './context.js';
import type { Contribution } from './pair-score.js';
import type { MenteeProfile, MentorProfile } from './profile.js';
import { INFEASIBLE, scoreOf, scorePair } from './score-pair.js';

/** A mentor in a mentee's list, with the reasons. */
export interface RankedMentor {
  readonly mentorId: string;
  readonly score: number;
  readonly contributions: readonly Contribution[];
}

/** The mentors that a mentee may be matched with, best first, ties by id, at most `limit`. */
export function rankMentors(
  mentee: MenteeProfile,
  mentors: readonly MentorProfile[],
  context: ScoringContext,
  limit: number,
): RankedMentor[] {
  return mentors
    .map((mentor) => ({ mentor, score: scoreOf(mentee, mentor, context) }))
    .filter(({ score }) => score !== INFEASIBLE)
    .sort((a, b) => b.score - a.score || (a.mentor.id < b.mentor.id ? -1 : 1))
    .slice(0, limit)
    .flatMap(({ mentor }) => {
      const pair = scorePair(mentee, mentor, context);
      return pair.feasible
        ? [{ mentorId: mentor.id, score: pair.score, contributions: pair.contributions }]
        : [];
    });
}
