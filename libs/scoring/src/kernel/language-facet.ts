import type { PersonFacts } from '../facts.js';
import { languagePoints } from '../features/language.feature.js';
import { NEVER } from './cells.js';
import type { Code, Facet } from './facet.js';
import type { Interner } from './interner.js';

/** Languages and levels in turn, in the order of the language's number. */
function codeOf({ languages }: PersonFacts, names: Interner): Code {
  return [...languages]
    .map(([code, level]) => [names.idOf(code), level] as const)
    .sort((a, b) => a[0] - b[0])
    .flat();
}

function sharedLevel(mentee: Code, mentor: Code): number {
  let best = 0;
  for (let i = 0; i < mentee.length; i += 2) {
    for (let j = 0; j < mentor.length; j += 2) {
      if (mentee[i] === mentor[j]) best = Math.max(best, Math.min(mentee[i + 1] ?? 0, mentor[j + 1] ?? 0));
    }
  }
  return best;
}

/** The best shared language: its points, and the rule about the least level. */
export const languageFacet: Facet = {
  counts: ({ outOf, rules }) => outOf.language > 0 || rules.minimumLanguageLevel !== null,
  ofMentee: (_who, facts, names) => codeOf(facts, names),
  ofMentor: (_who, facts, names) => codeOf(facts, names),
  cell: (mentee, mentor, { outOf, rules }) => {
    const level = sharedLevel(mentee, mentor);
    const minimum = rules.minimumLanguageLevel ?? 0;
    return level < minimum ? NEVER : languagePoints(outOf.language, level, minimum);
  },
};
