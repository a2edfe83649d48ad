import { meetingCity } from '../features/place.feature.js';
import type { PersonProfile } from '../profile.js';
import type { Code, Facet } from './facet.js';
import type { Interner } from './interner.js';

function codeOf(who: PersonProfile, names: Interner): Code {
  const city = meetingCity(who);
  return city === '' ? [] : [names.idOf(city)];
}

/** The same city, when both would meet there. */
export const placeFacet: Facet = {
  counts: ({ outOf }) => outOf.place > 0,
  ofMentee: (who, _facts, names) => codeOf(who, names),
  ofMentor: (who, _facts, names) => codeOf(who, names),
  cell: ([own], [theirs], { outOf }) => (own !== undefined && own === theirs ? outOf.place : 0),
};
