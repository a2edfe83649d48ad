import type { ReasonCode, RuleCode } from '../pair-score.js';
import type { Rules } from '../rules.js';
import { codeOfRule } from './rule-code.js';
import type { ListRule, PairRule, SingleRule } from './pair-rule.js';

const isSingle = (rule: ListRule): rule is SingleRule => !('of' in rule);

/** The rules that a checked list stands for; what the list leaves out is off. */
export function rulesOfList(list: readonly ListRule[]): Rules {
  const single = <K extends SingleRule['kind']>(kind: K): (SingleRule & { kind: K }) | undefined =>
    list.find((rule): rule is SingleRule & { kind: K } => isSingle(rule) && rule.kind === kind);
  const earlier = single('earlier-partners');
  const pairRules = list.filter((rule): rule is PairRule => !isSingle(rule));
  return {
    minimumLanguageLevel: single('minimum-language')?.level ?? null,
    maximumZoneGapHours: single('time-zone-gap')?.hours ?? null,
    minimumWeeklyOverlapMinutes: single('weekly-overlap')?.minutes ?? null,
    floor: single('common-ground') !== undefined,
    excludeReportingLine: single('reporting-line') !== undefined,
    excludeEarlierPartners: earlier !== undefined,
    ...(earlier?.months === undefined ? {} : { earlierPartnersMonths: earlier.months }),
    mustMatch: [],
    mustDiffer: [],
    ...(pairRules.length === 0 ? {} : { list: pairRules }),
  };
}

/** Rules as a list: the general form of whatever a cohort has. */
export function listOfRules(rules: Rules): ListRule[] {
  const { minimumLanguageLevel: level, maximumZoneGapHours: hours } = rules;
  const { minimumWeeklyOverlapMinutes: minutes, earlierPartnersMonths: months } = rules;
  return [
    ...(level === null ? [] : [{ kind: 'minimum-language', level } as const]),
    ...(hours === null ? [] : [{ kind: 'time-zone-gap', hours } as const]),
    ...(minutes === null ? [] : [{ kind: 'weekly-overlap', minutes } as const]),
    ...(rules.floor ? [{ kind: 'common-ground' } as const] : []),
    ...(rules.excludeReportingLine ? [{ kind: 'reporting-line' } as const] : []),
    ...(rules.excludeEarlierPartners
      ? [{ kind: 'earlier-partners', ...(months == null ? {} : { months }) } as const]
      : []),
    ...rules.mustMatch.map((of) => ({ kind: 'must-match', of }) as const),
    ...rules.mustDiffer.map((of) => ({ kind: 'must-differ', of }) as const),
    ...(rules.list ?? []),
  ];
}

/** What each of the rules that a cohort has once is called when it excludes a pair. */
const SINGLE_CODES: Readonly<Record<SingleRule['kind'], RuleCode>> = {
  'minimum-language': 'no-shared-language',
  'time-zone-gap': 'time-zone-gap',
  'weekly-overlap': 'too-little-overlap',
  'common-ground': 'no-common-ground',
  'reporting-line': 'reporting-line',
  'earlier-partners': 'earlier-partner',
};

/** The code under which a rule of a list excludes pairs. */
export function ruleCodeOf(rule: ListRule): ReasonCode {
  return isSingle(rule) ? SINGLE_CODES[rule.kind] : codeOfRule(rule);
}
