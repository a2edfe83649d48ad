import type { SettingProblem } from '../weights.js';
import { checkPairRule } from './check-pair-rule.js';
import { codeOfRule } from './rule-code.js';
import { MOST_RULES, type PairRule, type SingleRule, type Subject } from './pair-rule.js';
import { subjectsWith, type SubjectSpec } from './subjects.js';

/** One field of a rule: what it has to be, in words, and whether a value is. */
interface Entry {
  readonly name: string;
  readonly optional?: true;
  readonly fine: (value: unknown) => boolean;
  readonly say: string;
}

const whole = (low: number, high: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= low && (value as number) <= high;

const SINGLE: Readonly<Record<SingleRule['kind'], readonly Entry[]>> = {
  'minimum-language': [{ name: 'level', fine: whole(1, 4), say: 'Give a level from 1 (basic) to 4 (full).' }],
  'time-zone-gap': [
    {
      name: 'hours',
      fine: (value) => typeof value === 'number' && value >= 0 && value <= 26,
      say: 'Give hours from 0 to 26; halves and quarters are fine.',
    },
  ],
  'weekly-overlap': [
    { name: 'minutes', fine: whole(0, 10_080), say: 'Give whole minutes a week from 0 to 10080.' },
  ],
  'common-ground': [],
  'reporting-line': [],
  'earlier-partners': [
    {
      name: 'months',
      optional: true,
      fine: whole(1, 120),
      say: 'Give whole months from 1 to 120 after which they may meet again, or leave it out for never.',
    },
  ],
};

/** Kinds of rules of the list, as messages name them. */
export const RULE_KINDS = [
  ...Object.keys(SINGLE),
  'must-match',
  'must-differ',
  'number-gap',
  'date-gap',
  'date-order',
];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Every problem of a list of rules, at `index.field`; none means that it is a list of `ListRule`.
 *
 * @param subjects what rules can be about; by default what everybody has
 */
export function validateRuleList(
  input: unknown,
  subjects: ReadonlyMap<Subject, SubjectSpec> = subjectsWith([]),
): SettingProblem[] {
  if (!Array.isArray(input)) return [{ path: '', message: 'Give a list of rules.' }];
  if (input.length > MOST_RULES) return [{ path: '', message: `Give at most ${MOST_RULES} rules.` }];
  const seen = new Map<string, number>();
  return input.flatMap((rule: unknown, index) => {
    const problems = problemsOfRule(rule, subjects);
    if (problems.length === 0) {
      const code = codeOf(rule as SingleRule | PairRule);
      const before = seen.get(code);
      if (before !== undefined)
        problems.push({
          path: '',
          message: `This repeats rule ${before + 1}; keep one of them, or name other mentees in "for".`,
        });
      seen.set(code, before ?? index);
    }
    return problems.map(({ path, message }) => ({
      path: path === '' ? String(index) : `${index}.${path}`,
      message,
    }));
  });
}

const codeOf = (rule: SingleRule | PairRule): string => ('of' in rule ? codeOfRule(rule) : rule.kind);

function problemsOfRule(rule: unknown, subjects: ReadonlyMap<Subject, SubjectSpec>): SettingProblem[] {
  if (!isObject(rule)) return [{ path: '', message: 'Give an object with a "kind".' }];
  const { kind } = rule;
  if (typeof kind !== 'string' || !RULE_KINDS.includes(kind))
    return [{ path: 'kind', message: `Choose one of ${RULE_KINDS.join(', ')}.` }];
  if (!Object.hasOwn(SINGLE, kind)) return checkPairRule(kind as PairRule['kind'], rule, subjects);
  const entries = SINGLE[kind as SingleRule['kind']];
  const known = ['kind', ...entries.map(({ name }) => name)];
  return [
    ...unknownFields(rule, known),
    ...entries.flatMap(({ name, optional, fine, say }) =>
      (optional === true && rule[name] === undefined) || fine(rule[name])
        ? []
        : [{ path: name, message: say }],
    ),
  ];
}

function unknownFields(rule: Readonly<Record<string, unknown>>, known: readonly string[]): SettingProblem[] {
  return Object.keys(rule)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: name, message: `Leave it out; this kind has ${known.join(', ')}.` }));
}
