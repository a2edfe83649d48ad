import { experiencePoints, wantedGap } from '../features/experience.feature.js';
import type { Facet } from './facet.js';

/** Years ahead of the mentee. */
export const experienceFacet: Facet = {
  counts: ({ outOf }) => outOf.experience > 0,
  ofMentee: (who) => [Math.trunc(who.yearsExperience ?? 0), wantedGap(who)],
  ofMentor: ({ yearsExperience }) => (yearsExperience === null ? [] : [Math.trunc(yearsExperience)]),
  cell: ([own = 0, wanted = 0], [years], { outOf }) =>
    years === undefined ? 0 : experiencePoints(outOf.experience, years - own, wanted),
};
