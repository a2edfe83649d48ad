import { attributesFacet } from './attributes-facet.js';
import { experienceFacet } from './experience-facet.js';
import type { CellSettings, Facet } from './facet.js';
import { fieldFacet } from './field-facet.js';
import { goalsFacet } from './goals-facet.js';
import { languageFacet } from './language-facet.js';
import { pairRuleFacet } from './pair-rule-facet.js';
import { placeFacet } from './place-facet.js';
import { standingFacet } from './standing-facet.js';

/** Every facet that any settings can have; those with few different codes first, so that they are joined with each other. */
const FIXED: readonly Facet[] = [
  standingFacet,
  languageFacet,
  attributesFacet,
  placeFacet,
  experienceFacet,
  goalsFacet,
];

/** Every facet under these settings, always in the same order: one more for each rule of the list and each field that counts. */
export function facetsOf({ rules, fields }: CellSettings): readonly Facet[] {
  return [...FIXED, ...(rules.list ?? []).map(pairRuleFacet), ...fields.map(fieldFacet)];
}
