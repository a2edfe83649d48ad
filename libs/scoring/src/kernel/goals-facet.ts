import { goalPoints } from '../features/goals.feature.js';
import { GROUND } from './cells.js';
import type { Facet } from './facet.js';

/** Goals of the mentee, in their order, that the mentor supports. */
export const goalsFacet: Facet = {
  counts: ({ outOf, rules }) => outOf.goals > 0 || rules.floor,
  ofMentee: (_who, facts, names) => [...facts.goals.keys()].map((goal) => names.idOf(goal)),
  ofMentor: (_who, facts, names) => [...facts.goals].map((goal) => names.idOf(goal)).sort((a, b) => a - b),
  cell: (mentee, mentor, { outOf }) => {
    const all = mentee.length;
    let covered = 0;
    for (let k = 0; k < all; k += 1) if (mentor.includes(mentee[k] ?? -1)) covered += all - k;
    return covered === 0
      ? 0
      : GROUND + goalPoints(outOf.goals, covered, (all * (all + 1)) / 2, mentor.length);
  },
};
