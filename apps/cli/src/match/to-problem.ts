import type { AssignmentProblem, RankedWish } from '#assignment';
import { type MenteeProfile, type MentorProfile, scorePair, type ScoringContext } from '#scoring';
import type { MatchSettings } from './match-settings.js';
import type { People } from './profiles.js';
import type { ScoreTable } from './score-table.js';

/** The matching problem of two lists: one mentor for every mentee. */
export function toProblem(people: People, settings: MatchSettings, scores: ScoreTable): AssignmentProblem {
  const mentors = new Map(people.mentors.map((mentor) => [mentor.id, mentor]));
  return {
    mentees: people.mentees.map((mentee) => ({
      id: mentee.id,
      roundsWaited: mentee.roundsWaited,
      priority: mentee.priority,
      wishes: rankedWishes(mentee, mentors, scores.context),
    })),
    mentors: people.mentors.map(({ id, capacity }) => ({ id, capacity })),
    scoreRow: scores.fill,
    locks: settings.locks,
    forbidden: settings.forbidden,
    minimumScore: settings.minimumScore,
    objective: settings.objective,
    order: settings.order,
    ...(settings.published === undefined ? {} : { published: settings.published }),
    seed: settings.seed,
  };
}

/** The wishes of a mentee with the points that each put into the score; a wish that a rule excludes earns none. */
function rankedWishes(
  mentee: MenteeProfile,
  mentors: ReadonlyMap<string, MentorProfile>,
  context: ScoringContext,
): RankedWish[] {
  return mentee.wishes.flatMap((mentorId) => {
    const mentor = mentors.get(mentorId);
    if (mentor === undefined) return [];
    const pair = scorePair(mentee, mentor, context);
    const earned = pair.feasible ? pair.contributions.find(({ feature }) => feature === 'wishes') : undefined;
    return [{ mentorId, points: earned?.points ?? 0 }];
  });
}
