import { takesPart } from '../hard-rules.js';
import { NEVER } from './cells.js';
import type { Facet } from './facet.js';

/** Whether both take part at all. */
export const standingFacet: Facet = {
  counts: () => true,
  ofMentee: (who) => [takesPart(who) ? 1 : 0],
  ofMentor: (who) => [takesPart(who) ? 1 : 0],
  cell: ([mentee], [mentor]) => (mentee === 1 && mentor === 1 ? 0 : NEVER),
};
