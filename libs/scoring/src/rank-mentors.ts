import type { ScoringContext } from './context.js';
import type { MenteeProfile, MentorProfile } from './profile.js';
import { INFEASIBLE, scoreOf } from './score-pair.js';

/** A mentor in a mentee's list. */
export interface RankedMentor {
  readonly mentor: MentorProfile;
  readonly score: number;
}

/** The mentors that a mentee may be matched with, best first, ties by id. */
export function rankMentors(
  mentee: MenteeProfile,
  mentors: readonly MentorProfile[],
  context: ScoringContext,
): RankedMentor[] {
  return mentors
    .map((mentor) => ({ mentor, score: scoreOf(mentee, mentor, context) }))
    .filter(({ score }) => score !== INFEASIBLE)
    .sort((a, b) => b.score - a.score || (a.mentor.id < b.mentor.id ? -1 : 1));
}
