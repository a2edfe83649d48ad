import { closenessPoints, sharedPoints } from '../features/field.feature.js';
import { FIELD_PREFIX } from '../pair-rules/pair-rule.js';
import type { FieldSpec } from '../pair-rules/subjects.js';
import { hundredthsOf, valuesOf } from '../pair-rules/values.js';
import type { PersonProfile } from '../profile.js';
import type { Code, Facet } from './facet.js';
import type { Interner } from './interner.js';

/** What a field of the program adds to a score. */
export function fieldFacet(spec: FieldSpec): Facet {
  const of = `${FIELD_PREFIX}${spec.key}` as const;
  const codeOf = (who: PersonProfile, names: Interner): Code => {
    if (spec.kind !== 'number')
      return valuesOf(who, of)
        .map((value) => names.idOf(value))
        .sort((a, b) => a - b);
    const value = hundredthsOf(who, of);
    return value === null ? [] : [value];
  };
  return {
    counts: ({ outOf }) => (outOf[of] ?? 0) > 0,
    ofMentee: (who, _facts, names) => codeOf(who, names),
    ofMentor: (who, _facts, names) => codeOf(who, names),
    cell: (mentee, mentor, { outOf }) => {
      const most = outOf[of] ?? 0;
      if (mentee.length === 0 || mentor.length === 0) return 0;
      if (spec.kind === 'number')
        return closenessPoints(most, Math.abs((mentee[0] ?? 0) - (mentor[0] ?? 0)), spec.scale ?? 1);
      let shared = 0;
      for (const value of mentee) if (mentor.includes(value)) shared += 1;
      return sharedPoints(most, shared, mentee.length + mentor.length - shared);
    },
  };
}
