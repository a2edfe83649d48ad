import { compareIds } from './compare-ids.js';
import type { MentorDiagnosis, ReasonsOf } from './diagnosis.js';
import { pairsEach } from './explain/rule-budget.js';
import { RuleTally } from './explain/rule-tally.js';
import type { Ledger } from './ledger.js';
import { rulesAgainst } from './pair-rules.js';

/** A diagnosis for each mentor with places left. */
export function diagnoseMentors(ledger: Ledger, reasonsOf: ReasonsOf): MentorDiagnosis[] {
  const { problem, result } = ledger;
  const left = result.unmatchedMentors.flatMap(({ id, free }) => {
    const mentor = ledger.mentorIndex.get(id);
    return mentor === undefined ? [] : [{ id, free, mentor }];
  });
  const partners = countPartners(
    ledger,
    left.map(({ mentor }) => mentor),
  );
  const alone = left.filter(({ mentor }) => partners.get(mentor) === 0).map(({ mentor }) => mentor);
  const { tallies, told } = tallyRules(ledger, reasonsOf, alone);
  return left.map(({ id: mentorId, free, mentor }) => {
    const whose = { mentorId, capacity: problem.mentors[mentor]?.capacity ?? 0, free };
    const tally = tallies.get(mentor);
    if (tally === undefined) {
      const feasiblePartners = partners.get(mentor) ?? 0;
      return { ...whose, cause: { kind: 'partners-placed', feasiblePartners }, lift: null };
    }
    const lift = tally.smallestLift();
    const cause = { kind: 'no-feasible-partner' as const, excludedBy: tally.excludedBy(), ...told };
    if (lift === null) return { ...whose, cause, lift };
    const { people: mentees, withFreePlaces: waiting, ...rules } = lift;
    return { ...whose, cause, lift: { ...rules, mentees, waiting } };
  });
}

/** For each of some mentors, how many mentees each rule keeps away; those who still want one are looked at first. */
function tallyRules(
  ledger: Ledger,
  reasonsOf: ReasonsOf,
  mentors: readonly number[],
): { readonly tallies: ReadonlyMap<number, RuleTally>; readonly told: { readonly examined?: number } } {
  const { mentees } = ledger.problem;
  const missing = (mentee: number): number => ledger.demandOf(mentee) - (ledger.given[mentee]?.size ?? 0);
  const first = (mentee: number): number => (missing(mentee) > 0 ? 0 : 1);
  const wanting = mentees
    .map((_, mentee) => mentee)
    .filter((mentee) => ledger.demandOf(mentee) > 0)
    .sort((a, b) => first(a) - first(b) || compareIds(mentees[a]?.id ?? '', mentees[b]?.id ?? ''));
  const each = pairsEach(mentors.length, wanting.length);
  const tallies = new Map(mentors.map((mentor) => [mentor, new RuleTally()]));
  const row = new Int32Array(ledger.problem.mentors.length);
  if (tallies.size > 0)
    for (const mentee of wanting.slice(0, each)) {
      ledger.problem.scoreRow(mentee, row);
      for (const [mentor, tally] of tallies) {
        if (ledger.given[mentee]?.has(mentor) === true) continue;
        tally.add(rulesAgainst(ledger, reasonsOf, mentee, mentor, row[mentor] as number), missing(mentee));
      }
    }
  return { tallies, told: each < wanting.length ? { examined: each } : {} };
}

/** For some mentors the mentees who may be paired with them, beyond locked pairs. */
function countPartners(ledger: Ledger, mentors: readonly number[]): ReadonlyMap<number, number> {
  if (ledger.problem.scoreColumn !== undefined) {
    const column = new Int32Array(ledger.problem.mentees.length);
    return new Map(mentors.map((mentor) => [mentor, countInColumn(ledger, mentor, column)]));
  }
  const counts = new Int32Array(mentors.length);
  const row = new Int32Array(ledger.problem.mentors.length);
  if (mentors.length > 0)
    ledger.problem.mentees.forEach((_, mentee) => {
      if (ledger.demandOf(mentee) === 0) return;
      ledger.freeScores(mentee, row);
      for (let at = 0; at < mentors.length; at++)
        if ((row[mentors[at] as number] as number) >= 0) counts[at] = (counts[at] as number) + 1;
    });
  return new Map(mentors.map((mentor, at) => [mentor, counts[at] as number]));
}

function countInColumn(ledger: Ledger, mentor: number, column: Int32Array): number {
  const { problem } = ledger;
  problem.scoreColumn?.(mentor, column);
  let count = 0;
  for (let mentee = 0; mentee < column.length; mentee++)
    if ((column[mentee] as number) >= problem.minimumScore && ledger.demandOf(mentee) > 0)
      count += ledger.isExcluded(mentee, mentor) ? 0 : 1;
  return count;
}
