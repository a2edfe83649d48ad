import { attribute } from '../pair-rules/values.js';
import type { PersonProfile } from '../profile.js';
import type { Rules } from '../rules.js';
import { NEVER } from './cells.js';
import type { Code, Facet } from './facet.js';
import type { Interner } from './interner.js';

const MISSING = -1;

function codeOf(who: PersonProfile, { mustMatch, mustDiffer }: Rules, names: Interner): Code {
  return [...mustMatch, ...mustDiffer].map((name) => {
    const value = attribute(who, name);
    return value === '' ? MISSING : names.idOf(value);
  });
}

/** Attributes that must, or must not, be the same. */
export const attributesFacet: Facet = {
  counts: ({ rules }) => rules.mustMatch.length + rules.mustDiffer.length > 0,
  ofMentee: (who, _facts, names, { rules }) => codeOf(who, rules, names),
  ofMentor: (who, _facts, names, { rules }) => codeOf(who, rules, names),
  cell: (mentee, mentor, { rules }) => {
    for (let k = 0; k < mentee.length; k += 1) {
      const same = mentee[k] !== MISSING && mentee[k] === mentor[k];
      if (same !== k < rules.mustMatch.length) return NEVER;
    }
    return 0;
  },
};
