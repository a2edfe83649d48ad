import type { MentorDiagnosis, ReasonsOf } from './diagnosis.js';
import type { Ledger } from './ledger.js';
import { ruleCounts, rulesAgainst, tally } from './pair-rules.js';

/** A diagnosis for each mentor with places left. */
export function diagnoseMentors(ledger: Ledger, reasonsOf: ReasonsOf): MentorDiagnosis[] {
  const { problem, result } = ledger;
  const left = result.unmatchedMentors.flatMap(({ id, free }) => {
    const mentor = ledger.mentorIndex.get(id);
    return mentor === undefined ? [] : [{ id, free, mentor }];
  });
  const partners = countPartners(ledger);
  const alone = left.filter(({ mentor }) => partners[mentor] === 0).map(({ mentor }) => mentor);
  const rules = rulesAgainstAll(ledger, reasonsOf, alone);
  return left.map(({ id: mentorId, free, mentor }) => {
    const counts = rules.get(mentor);
    return {
      mentorId,
      capacity: problem.mentors[mentor]?.capacity ?? 0,
      free,
      cause:
        counts === undefined
          ? { kind: 'partners-placed', feasiblePartners: partners[mentor] ?? 0 }
          : { kind: 'no-feasible-partner', excludedBy: ruleCounts(counts) },
    };
  });
}

/** For each of some mentors, how many mentees each rule keeps away. */
function rulesAgainstAll(
  ledger: Ledger,
  reasonsOf: ReasonsOf,
  mentors: readonly number[],
): ReadonlyMap<number, Map<string, number>> {
  const { problem } = ledger;
  const counts = new Map(mentors.map((mentor) => [mentor, new Map<string, number>()]));
  const row = new Int32Array(problem.mentors.length);
  problem.mentees.forEach((_, mentee) => {
    if (counts.size === 0 || ledger.demandOf(mentee) === 0) return;
    problem.scoreRow(mentee, row);
    for (const [mentor, rules] of counts)
      if (ledger.given[mentee]?.has(mentor) !== true)
        for (const rule of rulesAgainst(ledger, reasonsOf, mentee, mentor, row[mentor] as number))
          tally(rules, rule);
  });
  return counts;
}

/** For each mentor the mentees who may be paired with them, beyond locked pairs. */
function countPartners(ledger: Ledger): Int32Array {
  const { mentees, mentors } = ledger.problem;
  const partners = new Int32Array(mentors.length);
  const row = new Int32Array(mentors.length);
  mentees.forEach((_, mentee) => {
    if (ledger.demandOf(mentee) === 0) return;
    ledger.freeScores(mentee, row);
    for (let mentor = 0; mentor < row.length; mentor++)
      if ((row[mentor] as number) >= 0) partners[mentor] = (partners[mentor] as number) + 1;
  });
  return partners;
}
