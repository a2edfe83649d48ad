import { setImmediate as turn } from 'node:timers/promises';
import {
  contextOf,
  listOfRules,
  type ListRule,
  type MenteeProfile,
  type MentorProfile,
  type PlainContext,
  type ReasonCode,
  reasonsAgainst,
  ruleCodeOf,
  ruleInWords,
  rulesOfList,
} from '#scoring';

/** What one rule does to the pairs of a sample. */
export interface RuleFigures {
  /** Its place in the list of rules, from 0. */
  readonly index: number;
  readonly kind: ListRule['kind'];
  /** "have no country in common". */
  readonly excludesThoseWho: string;
  /** Pairs that it forbids, and those that nothing else forbids. */
  readonly pairs: number;
  readonly onlyThis: number;
  /** Of all pairs of the sample, 0 to 1. */
  readonly share: number;
}

/** What settings would do, counted over some people of a round. */
export interface SampleFigures {
  readonly mentees: number;
  readonly mentors: number;
  readonly pairs: number;
  /** Pairs that may be made. */
  readonly feasiblePairs: number;
  readonly rules: readonly RuleFigures[];
  /** People who could have nobody of the sample. */
  readonly menteesWithoutMentor: number;
  readonly mentorsWithoutMentee: number;
}

/** Between so many mentees the process answers others. */
const MENTEES_AT_ONCE = 10;

/** Counts what each rule forbids among people. Takes a few hundred of each side: it asks about every pair. */
export async function figuresOf(
  mentees: readonly MenteeProfile[],
  mentors: readonly MentorProfile[],
  plain: PlainContext,
): Promise<SampleFigures> {
  const list = listOfRules(plain.rules);
  // As a list every rule has a code of its own.
  const context = contextOf({ ...plain, rules: rulesOfList(list) });
  const counts = new Map<ReasonCode, { pairs: number; onlyThis: number }>();
  const reached = new Set<MentorProfile>();
  let feasiblePairs = 0;
  let menteesWithoutMentor = 0;
  for (const [at, mentee] of mentees.entries()) {
    if (at % MENTEES_AT_ONCE === 0) await turn();
    let feasible = 0;
    for (const mentor of mentors) {
      const reasons = reasonsAgainst(mentee, mentor, context);
      for (const reason of reasons) {
        const count = counts.get(reason) ?? { pairs: 0, onlyThis: 0 };
        count.pairs += 1;
        if (reasons.length === 1) count.onlyThis += 1;
        counts.set(reason, count);
      }
      if (reasons.length > 0) continue;
      feasible += 1;
      reached.add(mentor);
    }
    feasiblePairs += feasible;
    if (feasible === 0) menteesWithoutMentor += 1;
  }
  const pairs = mentees.length * mentors.length;
  return {
    mentees: mentees.length,
    mentors: mentors.length,
    pairs,
    feasiblePairs,
    rules: list.map((rule, index) => {
      const code = ruleCodeOf(rule);
      const count = counts.get(code) ?? { pairs: 0, onlyThis: 0 };
      const share = pairs === 0 ? 0 : Math.round((10_000 * count.pairs) / pairs) / 10_000;
      return { index, kind: rule.kind, excludesThoseWho: ruleInWords(code), ...count, share };
    }),
    menteesWithoutMentor,
    mentorsWithoutMentee: mentors.length - reached.size,
  };
}
