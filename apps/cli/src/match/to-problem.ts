import type { AssignmentProblem } from '#assignment';
import type { MatchSettings } from './match-settings.js';
import type { People } from './profiles.js';
import type { ScoreTable } from './score-table.js';

/** The matching problem of two lists: one mentor for every mentee, no locks. */
export function toProblem(people: People, settings: MatchSettings, scores: ScoreTable): AssignmentProblem {
  return {
    mentees: people.mentees.map(({ id, roundsWaited, priority }) => ({ id, roundsWaited, priority })),
    mentors: people.mentors.map(({ id, capacity }) => ({ id, capacity })),
    scoreRow: scores.fill,
    locks: [],
    forbidden: [],
    minimumScore: settings.minimumScore,
    objective: settings.objective,
    order: settings.order,
    seed: settings.seed,
  };
}
