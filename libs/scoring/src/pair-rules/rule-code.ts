import type { PairRule, Subject } from './pair-rule.js';

/** Code under which a rule of the list is stored and shown: `must-match:department?country=de|fr`. */
export type PairRuleCode = `${PairRule['kind']}:${string}`;

/** What a code says. */
export interface CodeParts {
  readonly kind: PairRule['kind'];
  readonly of: Subject;
  /** Only for mentees who have one of these values. */
  readonly for: { readonly of: Subject; readonly is: readonly string[] } | null;
}

const KINDS: readonly PairRule['kind'][] = [
  'must-match',
  'must-differ',
  'number-gap',
  'date-gap',
  'date-order',
];

/** Names of subjects hold neither `?` nor `=`. */
export function codeOfRule(rule: PairRule): PairRuleCode {
  const only = rule.for === undefined ? '' : `?${rule.for.of}=${[...rule.for.is].sort().join('|')}`;
  return `${rule.kind}:${rule.of}${only}`;
}

/** Null for codes of other rules. */
export function partsOfCode(code: string): CodeParts | null {
  const kind = KINDS.find((each) => code.startsWith(`${each}:`));
  if (kind === undefined) return null;
  const rest = code.slice(kind.length + 1);
  const at = rest.indexOf('?');
  if (at === -1) return { kind, of: rest, for: null };
  const [, of = '', values = ''] = /^([^=]*)=(.*)$/su.exec(rest.slice(at + 1)) ?? [];
  return { kind, of: rest.slice(0, at), for: { of, is: values.split('|') } };
}

/** What a rule reads of people, by its code. */
export function subjectsOf(code: string): readonly Subject[] {
  const parts = partsOfCode(code);
  return parts === null ? [] : [parts.of, ...(parts.for === null ? [] : [parts.for.of])];
}
