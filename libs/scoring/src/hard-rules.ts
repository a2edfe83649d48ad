import type { Pair } from './context.js';
import { hasGoalInCommon } from './features/goals.feature.js';
import { bestSharedLanguage } from './features/language.feature.js';
import { hasSkillInCommon } from './features/skills.feature.js';
import { pairRuleForbids } from './pair-rules/forbids.js';
import { codeOfRule } from './pair-rules/rule-code.js';
import { attribute } from './pair-rules/values.js';
import type { ReasonCode, RuleCode } from './pair-score.js';
import type { PersonProfile } from './profile.js';

type Forbids = (pair: Pair) => boolean;

/** Whether a person takes part at all: approved, enrolled and not paused. */
export const takesPart = ({ approved, enrolled, paused }: PersonProfile): boolean =>
  approved !== false && enrolled !== false && paused !== true;

const either =
  (holds: (person: PersonProfile) => boolean): Forbids =>
  ({ mentee, mentor }) =>
    holds(mentee) || holds(mentor);

function matches({ mentee, mentor }: Pair, name: string): boolean {
  const value = attribute(mentee, name);
  return value !== '' && value === attribute(mentor, name);
}

/** Every hard rule, cheapest first; each says for itself whether it forbids a pair. */
const HARD_RULES: Readonly<Record<RuleCode, Forbids>> = {
  self: ({ mentee, mentor }) => mentee.personKey !== '' && mentee.personKey === mentor.personKey,
  'not-approved': either((person) => person.approved === false),
  'not-enrolled': either((person) => person.enrolled === false),
  paused: either((person) => person.paused === true),
  blocked: ({ context, mentee, mentor }) => context.isBlocked(mentee, mentor),
  veto: ({ mentorFacts, mentee }) => mentorFacts.vetoes.has(mentee.id),
  forbidden: ({ context, mentee, mentor }) => context.isForbidden(mentee, mentor),
  'earlier-partner': ({ context, mentee, mentor }) =>
    context.rules.excludeEarlierPartners && context.wereEarlierPartners(mentee, mentor),
  'reporting-line': ({ context, mentee, mentor }) =>
    context.rules.excludeReportingLine && context.shareReportingLine(mentee, mentor),
  'no-shared-language': ({ context, menteeFacts, mentorFacts }) => {
    const minimum = context.rules.minimumLanguageLevel;
    return minimum !== null && (bestSharedLanguage(menteeFacts, mentorFacts)?.level ?? 0) < minimum;
  },
  'time-zone-gap': ({ context, mentee, mentor }) => {
    const most = context.rules.maximumZoneGapHours;
    return most !== null && context.zoneGapHours(mentee, mentor) > most;
  },
  'too-little-overlap': ({ context, mentee, mentor }) => {
    const least = context.rules.minimumWeeklyOverlapMinutes;
    return least !== null && context.overlapMinutes(mentee, mentor) < least;
  },
  'attribute-must-match': (pair) => pair.context.rules.mustMatch.some((name) => !matches(pair, name)),
  'attribute-must-differ': (pair) => pair.context.rules.mustDiffer.some((name) => matches(pair, name)),
  'no-common-ground': (pair) => pair.context.rules.floor && !hasSkillInCommon(pair) && !hasGoalInCommon(pair),
};

const RULES_IN_ORDER = Object.entries(HARD_RULES) as [RuleCode, Forbids][];

/** Every rule that forbids a pair, in the order of the codes, then in that of the list; empty when it may be made. */
export function rulesAgainst(pair: Pair): ReasonCode[] {
  const { mentee, mentor } = pair;
  return [
    ...RULES_IN_ORDER.filter(([, forbids]) => forbids(pair)).map(([code]) => code),
    ...(pair.context.rules.list ?? [])
      .filter((rule) => pairRuleForbids(rule, mentee, mentor))
      .map((rule) => codeOfRule(rule)),
  ];
}

/** Whether a pair may be made; stops at the first rule that says no. */
export function isFeasible(pair: Pair): boolean {
  const { mentee, mentor, context } = pair;
  return (
    !RULES_IN_ORDER.some(([, forbids]) => forbids(pair)) &&
    !(context.rules.list?.some((rule) => pairRuleForbids(rule, mentee, mentor)) ?? false)
  );
}
