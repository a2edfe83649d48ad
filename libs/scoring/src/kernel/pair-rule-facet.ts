import { appliesTo, breaksGap, forbidsMissing } from '../pair-rules/forbids.js';
import type { PairRule } from '../pair-rules/pair-rule.js';
import { dayOf, hundredthsOf, valuesOf } from '../pair-rules/values.js';
import type { PersonProfile } from '../profile.js';
import { NEVER } from './cells.js';
import type { Code, Facet } from './facet.js';
import type { Interner } from './interner.js';

/** A mentee to whom the rule does not apply. */
const EXEMPT: Code = [0];

/** One rule of the list. A mentee's code begins with whether it applies; what follows is empty where nothing was given. */
export function pairRuleFacet(rule: PairRule): Facet {
  const isSame = rule.kind === 'must-match' || rule.kind === 'must-differ';
  const codeOf = (who: PersonProfile, names: Interner): Code => {
    if (isSame)
      return valuesOf(who, rule.of)
        .map((value) => names.idOf(value))
        .sort((a, b) => a - b);
    const value = rule.kind === 'number-gap' ? hundredthsOf(who, rule.of) : dayOf(who, rule.of);
    return value === null ? [] : [value];
  };
  const missing = forbidsMissing(rule) ? NEVER : 0;
  return {
    counts: () => true,
    ofMentee: (who, _facts, names) => (appliesTo(rule, who) ? [1, ...codeOf(who, names)] : EXEMPT),
    ofMentor: (who, _facts, names) => codeOf(who, names),
    cell: (mentee, mentor) => {
      if (mentee[0] === 0) return 0;
      if (mentee.length === 1 || mentor.length === 0) return missing;
      const breaks = isSame
        ? sharesSome(mentee, mentor) !== (rule.kind === 'must-match')
        : breaksGap(rule, mentee[1] ?? 0, mentor[0] ?? 0);
      return breaks ? NEVER : 0;
    },
  };
}

function sharesSome(mentee: Code, mentor: Code): boolean {
  for (let k = 1; k < mentee.length; k += 1) if (mentor.includes(mentee[k] ?? -1)) return true;
  return false;
}
