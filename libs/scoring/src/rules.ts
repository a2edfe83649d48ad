import { validateRuleList } from './pair-rules/check-rule-list.js';
import { FIELD_PREFIX, MOST_RULES, type PairRule, type Subject } from './pair-rules/pair-rule.js';
import { isReserved, type SubjectSpec, subjectsWith } from './pair-rules/subjects.js';
import type { LanguageLevel } from './profile.js';
import type { SettingProblem } from './weights.js';

/** The hard rules of a program; `null` turns a limit off. The short form of a list of rules, and what is stored. */
export interface Rules {
  /** Both must speak one language at this level at least. */
  readonly minimumLanguageLevel: LanguageLevel | null;
  /** Largest difference of the two clocks in hours at any time of the term; halves and quarters are fine. */
  readonly maximumZoneGapHours: number | null;
  /** Least minutes a week, on average over the term, that usually suit both. */
  readonly minimumWeeklyOverlapMinutes: number | null;
  /** At least one wanted skill (or a relative of it) or one goal in common. */
  readonly floor: boolean;
  readonly excludeReportingLine: boolean;
  readonly excludeEarlierPartners: boolean;
  /** After so many months they may be together again; never when missing. */
  readonly earlierPartnersMonths?: number | null;
  /** Attributes that must be the same on both sides; a missing value does not match. */
  readonly mustMatch: readonly string[];
  /** Attributes that must not be the same; a missing value on either side is no obstacle. */
  readonly mustDiffer: readonly string[];
  /** Rules about what people have, beyond these. */
  readonly list?: readonly PairRule[];
}

/** The rules of a program that has not chosen its own. */
export const DEFAULT_RULES: Rules = {
  minimumLanguageLevel: 2,
  maximumZoneGapHours: 6,
  minimumWeeklyOverlapMinutes: null,
  floor: true,
  excludeReportingLine: true,
  excludeEarlierPartners: true,
  mustMatch: [],
  mustDiffer: [],
};

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() !== '');

const within = (value: unknown, low: number, high: number): boolean =>
  value === null || (typeof value === 'number' && value >= low && value <= high);

/**
 * Every problem of a set of rules; none means that, over the defaults, it is a `Rules`. A list is the general form, checked
 * by `validateRuleList`.
 *
 * @param subjects what the rules of `list` can be about; by default what everybody has
 */
export function validateRules(
  input: Readonly<Record<string, unknown>>,
  subjects: ReadonlyMap<Subject, SubjectSpec> = subjectsWith([]),
): SettingProblem[] {
  const problems: SettingProblem[] = [];
  for (const [path, value] of Object.entries(input)) {
    const message = path === 'list' ? null : problemOf(path, value);
    if (message !== null) problems.push({ path, message });
  }
  const { mustMatch, mustDiffer, list } = input;
  if (isList(mustMatch) && isList(mustDiffer)) {
    for (const name of mustMatch.filter((each) => mustDiffer.includes(each))) {
      problems.push({ path: 'mustDiffer', message: `“${name}” can't be both the same and different.` });
    }
  }
  if (list !== undefined) problems.push(...listProblems(list, subjects));
  return problems;
}

function listProblems(list: unknown, subjects: ReadonlyMap<Subject, SubjectSpec>): SettingProblem[] {
  const problems = validateRuleList(list, subjects).map(({ path, message }) => ({
    path: path === '' ? 'list' : `list.${path}`,
    message,
  }));
  const rules = Array.isArray(list) ? (list as unknown[]) : [];
  rules.forEach((rule, index) => {
    const isSingle = typeof rule === 'object' && rule !== null && 'kind' in rule && !('of' in rule);
    if (isSingle && problems.length === 0)
      problems.push({
        path: `list.${index}.kind`,
        message: 'This has a setting of its own beside the list; send all rules as one list to use it here.',
      });
  });
  return problems;
}

function problemOf(path: string, value: unknown): string | null {
  switch (path) {
    case 'minimumLanguageLevel':
      return within(value, 1, 4) && (value === null || Number.isInteger(value))
        ? null
        : 'Give a level from 1 (basic) to 4 (full), or null.';
    case 'maximumZoneGapHours':
      return within(value, 0, 26) ? null : 'Give hours from 0 to 26, or null.';
    case 'minimumWeeklyOverlapMinutes':
      return within(value, 0, 10_080) && (value === null || Number.isInteger(value))
        ? null
        : 'Give whole minutes from 0 to 10080, or null.';
    case 'earlierPartnersMonths':
      return within(value, 1, 120) && (value === null || Number.isInteger(value))
        ? null
        : 'Give whole months from 1 to 120, or null for never again.';
    case 'floor':
    case 'excludeReportingLine':
    case 'excludeEarlierPartners':
      return typeof value === 'boolean' ? null : 'Give true or false.';
    case 'mustMatch':
    case 'mustDiffer': {
      if (!isList(value) || value.length > MOST_RULES)
        return `Give a list of at most ${MOST_RULES} attribute names.`;
      if (value.some((name) => name.startsWith(FIELD_PREFIX)))
        return 'Fields of the program go into a rule of the list: {"kind": "must-match", "of": "field:…"}.';
      const taken = value.find(isReserved);
      return taken === undefined ? null : `“${taken}” says what group people belong to; no rule may use it.`;
    }
    default:
      return 'There is no such rule.';
  }
}
