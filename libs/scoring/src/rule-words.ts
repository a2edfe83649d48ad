import { pairRuleOfMany, pairRuleOfTwo } from './pair-rules/pair-rule-words.js';
import { FIELD_PREFIX } from './pair-rules/pair-rule.js';
import { subjectsOf } from './pair-rules/rule-code.js';

/** How each rule is said of two people: "… and … share no language". Rules of the assignment are among them. */
const PAIR_WORDS: Readonly<Record<string, string>> = {
  self: 'they are the same person',
  'not-approved': 'one of them is not approved',
  'not-enrolled': 'one of them is not enrolled',
  paused: 'one of them is paused',
  // Blocks and vetoes stay private: one neutral sentence covers them.
  blocked: 'the program rules this pair out',
  veto: 'the program rules this pair out',
  forbidden: 'the pair is forbidden by an admin, or together already',
  'earlier-partner': 'they were together before',
  'reporting-line': 'they are in the same reporting line',
  'no-shared-language': 'they share no language at the level that the rules ask for',
  'time-zone-gap': 'their clocks are too many hours apart',
  'too-little-overlap': 'too few hours suit both',
  'attribute-must-match': 'they differ where the rules want the same',
  'attribute-must-differ': 'they are the same where the rules want a difference',
  'no-common-ground': 'they have no skill and no goal in common',
  'below-minimum': 'they score below the minimum',
  unnamed: 'the rules exclude them',
};

/** How each rule is counted: "12 share no language". */
const COUNT_WORDS: Readonly<Record<string, string>> = {
  self: 'are the same person',
  'not-approved': 'are not approved',
  'not-enrolled': 'are not enrolled',
  paused: 'are paused',
  blocked: 'are ruled out by the program',
  veto: 'are ruled out by the program',
  forbidden: 'are forbidden by an admin or together already',
  'earlier-partner': 'were partners before',
  'reporting-line': 'are in the same reporting line',
  'no-shared-language': 'share no language',
  'time-zone-gap': 'live too many hours away',
  'too-little-overlap': 'have too few hours in common',
  'attribute-must-match': 'differ where the rules want the same',
  'attribute-must-differ': 'are the same where the rules want a difference',
  'no-common-ground': 'have no skill or goal in common',
  'below-minimum': 'score below the minimum',
};

/** What these rules say is for those who run the program alone. */
const PRIVATE_RULES: readonly string[] = ['blocked', 'veto', 'forbidden', 'reporting-line'];

/** Why two people may not be put together, each reason once, for those who run the program. */
export function pairReasons(rules: readonly string[]): string[] {
  return [
    ...new Set(
      rules.map((rule) => PAIR_WORDS[rule] ?? pairRuleOfTwo(rule) ?? `the rule “${rule}” excludes them`),
    ),
  ];
}

/** What others may read of a person beside the fields of the program. */
const PUBLIC_SUBJECTS: readonly string[] = [
  'organisation',
  'department',
  'city',
  'country',
  'yearsExperience',
];

/**
 * The same as one of the two may read it: nothing tells who ruled the other out, or why, nor what is kept from people.
 *
 * @param publicFields keys of those fields of the program that everybody reads
 */
export function reasonsForParticipant(
  rules: readonly string[],
  publicFields: readonly string[] = [],
): string[] {
  const isPublic = (of: string): boolean =>
    of.startsWith(FIELD_PREFIX)
      ? publicFields.includes(of.slice(FIELD_PREFIX.length))
      : PUBLIC_SUBJECTS.includes(of);
  const open = rules.filter((rule) => !PRIVATE_RULES.includes(rule) && subjectsOf(rule).every(isPublic));
  const rest = open.length === rules.length ? [] : ['this pair is not available at present'];
  return [...pairReasons(open), ...rest];
}

/** "12 share no language, 3 live too many hours away"; empty when there are none. */
export function countedReasons(counts: readonly { readonly rule: string; readonly count: number }[]): string {
  const byWords = new Map<string, number>();
  for (const { rule, count } of counts) {
    const words = COUNT_WORDS[rule] ?? pairRuleOfMany(rule) ?? 'are excluded by the rules';
    byWords.set(words, Math.max(byWords.get(words) ?? 0, count));
  }
  return [...byWords].map(([words, count]) => `${count} ${words}`).join(', ');
}

/** "those who share no language". */
export function ruleInWords(rule: string): string {
  return COUNT_WORDS[rule] ?? pairRuleOfMany(rule) ?? 'are excluded by the rules';
}
