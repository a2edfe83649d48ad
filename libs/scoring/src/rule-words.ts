import type { RuleCode } from './pair-score.js';

/** Rules that only those who run the program may hear of; a participant reads "not available" instead. */
export const PRIVATE_RULES: ReadonlySet<RuleCode> = new Set([
  'blocked',
  'veto',
  'forbidden',
  'reporting-line',
]);

/** What a rule says, for those who run the program. */
export const RULE_WORDS: Readonly<Record<RuleCode, string>> = {
  self: 'both are the same person',
  'not-approved': 'one of them is not approved',
  'not-enrolled': 'one of them is not enrolled',
  paused: 'one of them has paused',
  blocked: 'one of them has blocked the other',
  veto: 'the mentor asked not to be matched with this mentee',
  forbidden: 'an admin has forbidden this pair',
  'earlier-partner': 'they were partners before',
  'reporting-line': 'one reports to the other',
  'no-shared-language': 'they share no language at the level that is asked',
  'time-zone-gap': 'their clocks are too far apart',
  'too-little-overlap': 'too little time in the week suits both',
  'attribute-must-match': 'they differ in something that must be the same',
  'attribute-must-differ': 'they are the same in something that must differ',
  'no-common-ground': 'they share no wanted skill and no goal',
};
