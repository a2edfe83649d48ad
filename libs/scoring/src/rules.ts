import type { LanguageLevel } from './profile.js';
import type { SettingProblem } from './weights.js';

/** The hard rules of a program; `null` turns a limit off. */
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
  /** Attributes that must be the same on both sides; a missing value does not match. */
  readonly mustMatch: readonly string[];
  /** Attributes that must not be the same; a missing value on either side is no obstacle. */
  readonly mustDiffer: readonly string[];
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
 * Every problem of a set of rules; none means that, over the defaults, it is a `Rules`.
 * `reserved` names attributes kept for the fairness report, which no rule may use.
 */
export function validateRules(
  input: Readonly<Record<string, unknown>>,
  reserved: readonly string[] = [],
): SettingProblem[] {
  const problems: SettingProblem[] = [];
  for (const [path, value] of Object.entries(input)) {
    const message = problemOf(path, value, reserved);
    if (message !== null) problems.push({ path, message });
  }
  const { mustMatch, mustDiffer } = input;
  if (isList(mustMatch) && isList(mustDiffer)) {
    for (const name of mustMatch.filter((each) => mustDiffer.includes(each))) {
      problems.push({ path: 'mustDiffer', message: `“${name}” can't be both the same and different.` });
    }
  }
  return problems;
}

function problemOf(path: string, value: unknown, reserved: readonly string[]): string | null {
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
    case 'floor':
    case 'excludeReportingLine':
    case 'excludeEarlierPartners':
      return typeof value === 'boolean' ? null : 'Give true or false.';
    case 'mustMatch':
    case 'mustDiffer': {
      if (!isList(value)) return 'Give a list of attribute names.';
      const taken = value.find((name) => reserved.includes(name));
      return taken === undefined ? null : `“${taken}” is kept for the fairness report; no rule may use it.`;
    }
    default:
      return 'There is no such rule.';
  }
}
