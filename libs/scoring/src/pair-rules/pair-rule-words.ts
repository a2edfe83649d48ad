import { FIELD_PREFIX, type PairRule, type Subject } from './pair-rule.js';
import { partsOfCode } from './rule-code.js';

const NAMES: Readonly<Record<string, string>> = { yearsExperience: 'years of experience' };

/** How sentences call what a rule is about: `field:focus-area` is "focus area". */
export function subjectName(of: Subject): string {
  return NAMES[of] ?? of.replace(FIELD_PREFIX, '').replaceAll(/[_-]+/gu, ' ');
}

type Words = Readonly<Record<PairRule['kind'], (name: string) => string>>;

const PAIR: Words = {
  'must-match': (name) => `they have no ${name} in common`,
  'must-differ': (name) => `they have the same ${name}`,
  'number-gap': (name) => `their ${name} does not fit the distance that the rules ask for`,
  'date-gap': (name) => `their ${name} is too many days apart`,
  'date-order': (name) => `their ${name} comes in the wrong order`,
};

const COUNT: Words = {
  'must-match': (name) => `have no ${name} in common`,
  'must-differ': (name) => `have the same ${name}`,
  'number-gap': (name) => `are not at the distance in ${name} that the rules ask for`,
  'date-gap': (name) => `are too many days apart in ${name}`,
  'date-order': (name) => `come in the wrong order by ${name}`,
};

/** "they have no department in common (asked for where country is de)"; null for codes of other rules. */
export const pairRuleOfTwo = (code: string): string | null => said(code, PAIR);

/** "have no department in common"; null for codes of other rules. */
export const pairRuleOfMany = (code: string): string | null => said(code, COUNT);

function said(code: string, words: Words): string | null {
  const parts = partsOfCode(code);
  if (parts === null) return null;
  const sentence = words[parts.kind](subjectName(parts.of));
  if (parts.for === null) return sentence;
  return `${sentence} (asked for mentees whose ${subjectName(parts.for.of)} is ${parts.for.is.join(' or ')})`;
}
