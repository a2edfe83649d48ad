import { attributesFacet } from './attributes-facet.js';
import { experienceFacet } from './experience-facet.js';
import type { Facet } from './facet.js';
import { goalsFacet } from './goals-facet.js';
import { languageFacet } from './language-facet.js';
import { placeFacet } from './place-facet.js';
import { standingFacet } from './standing-facet.js';

/** Every facet; those with few different codes first, so that they are joined with each other. */
export const ALL_FACETS: readonly Facet[] = [
  standingFacet,
  languageFacet,
  attributesFacet,
  placeFacet,
  experienceFacet,
  goalsFacet,
];
