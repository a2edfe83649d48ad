import type { MenteeProfile, MentorProfile } from '../profile.js';
import type { PairRule } from './pair-rule.js';
import { dayOf, hundredthsOf, plain, valuesOf } from './values.js';

/** Whether a rule has anything to say about a mentee. */
export function appliesTo(rule: PairRule, mentee: MenteeProfile): boolean {
  if (rule.for === undefined) return true;
  const own = valuesOf(mentee, rule.for.of);
  return rule.for.is.some((value) => own.includes(plain(value)));
}

/** Whether a rule forbids a pair in which somebody left the value out. */
export function forbidsMissing({ kind, whenMissing }: PairRule): boolean {
  return (whenMissing ?? (kind === 'must-match' ? 'forbid' : 'allow')) === 'forbid';
}

/** Whether two numbers, in hundredths or in days, break a rule about numbers or dates. */
export function breaksGap(rule: PairRule, mentee: number, mentor: number): boolean {
  const ahead = mentor - mentee;
  switch (rule.kind) {
    case 'number-gap':
      return (
        (rule.atMost !== undefined && Math.abs(ahead) > Math.round(rule.atMost * 100)) ||
        (rule.mentorAhead !== undefined && ahead < Math.round(rule.mentorAhead * 100))
      );
    case 'date-gap':
      return Math.abs(ahead) > rule.atMostDays;
    case 'date-order':
      return (rule.first === 'mentee' ? ahead : -ahead) < (rule.daysAtLeast ?? 0);
    default:
      return false;
  }
}

/** Whether a rule of the list forbids a pair. */
export function pairRuleForbids(rule: PairRule, mentee: MenteeProfile, mentor: MentorProfile): boolean {
  if (!appliesTo(rule, mentee)) return false;
  const { kind, of } = rule;
  if (kind === 'must-match' || kind === 'must-differ') {
    const own = valuesOf(mentee, of);
    const theirs = valuesOf(mentor, of);
    if (own.length === 0 || theirs.length === 0) return forbidsMissing(rule);
    return own.some((value) => theirs.includes(value)) !== (kind === 'must-match');
  }
  const read = kind === 'number-gap' ? hundredthsOf : dayOf;
  const own = read(mentee, of);
  const theirs = read(mentor, of);
  return own === null || theirs === null ? forbidsMissing(rule) : breaksGap(rule, own, theirs);
}
