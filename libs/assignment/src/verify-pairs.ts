import { compareIds } from './compare-ids.js';
import type { Finding } from './finding.js';
import type { Ledger } from './ledger.js';
import { pairKey } from './people-index.js';
import { INFEASIBLE } from './problem.js';
import type { RowsVerified } from './rows-verified.js';

/**
 * The part of the check that is about the pairs themselves and the sums drawn from them.
 *
 * @param rows what `verifyRows` found, in the order of mentees: it has scored every pair again
 */
export function verifyPairs(ledger: Ledger, rows: readonly RowsVerified[]): readonly Finding[] {
  return [...eachPair(ledger, scoresOf(ledger, rows)), ...counts(ledger), ...summary(ledger)];
}

/** The scores of the pairs made, by mentee and then by mentor. */
function scoresOf(ledger: Ledger, rows: readonly RowsVerified[]): readonly ReadonlyMap<number, number>[] {
  return rows.flatMap(({ from, to, scores }) => {
    let next = 0;
    return ledger.given
      .slice(from, to)
      .map((given) => new Map([...given.keys()].map((mentor) => [mentor, scores[next++] ?? INFEASIBLE])));
  });
}

function eachPair(ledger: Ledger, scores: readonly ReadonlyMap<number, number>[]): Finding[] {
  const { problem, result } = ledger;
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const pair of result.pairs) {
    const key = pairKey(pair);
    const name = `${pair.menteeId} with ${pair.mentorId}`;
    if (seen.has(key)) findings.push({ code: 'repeated-pair', message: `${name} is listed twice.` });
    seen.add(key);
    const [mentee, mentor] = ledger.indicesOf(pair);
    if (mentee === undefined || mentor === undefined) {
      findings.push({ code: 'unknown-person', message: `${name} names somebody outside the cohort.` });
      continue;
    }
    const locked = ledger.locks.has(key);
    if (pair.locked !== locked)
      findings.push({ code: 'wrong-lock', message: `${name} is ${locked ? '' : 'not '}locked.` });
    const score = scores[mentee]?.get(mentor) ?? INFEASIBLE;
    if (score < 0 || ledger.forbidden.has(key) || (!locked && score < problem.minimumScore))
      findings.push({ code: 'infeasible-pair', message: `${name} may not be made.` });
    if (score !== pair.score)
      findings.push({ code: 'wrong-score', message: `${name} scores ${score}, not ${pair.score}.` });
  }
  for (const lock of problem.locks)
    if (!seen.has(pairKey(lock)))
      findings.push({
        code: 'wrong-lock',
        message: `${lock.menteeId} with ${lock.mentorId} is locked but missing.`,
      });
  return findings;
}

function counts(ledger: Ledger): Finding[] {
  const findings: Finding[] = [];
  ledger.problem.mentees.forEach(({ id }, mentee) => {
    if ((ledger.given[mentee]?.size ?? 0) > ledger.demandOf(mentee))
      findings.push({ code: 'over-demand', message: `Mentee ${id} has more mentors than wanted.` });
  });
  ledger.problem.mentors.forEach(({ id, capacity }, mentor) => {
    if ((ledger.taken[mentor] ?? 0) > capacity)
      findings.push({ code: 'over-capacity', message: `Mentor ${id} has more mentees than places.` });
  });
  return findings;
}

function summary(ledger: Ledger): Finding[] {
  const { problem, result, given, taken } = ledger;
  const findings: Finding[] = [];
  const missing = problem.mentees.map(
    ({ id }, at) => `${id} ${ledger.demandOf(at) - (given[at]?.size ?? 0)}`,
  );
  const free = problem.mentors.map(({ id, capacity }, at) => `${id} ${capacity - (taken[at] ?? 0)}`);
  const stated = [
    result.unmatchedMentees.map((mentee) => `${mentee.id} ${mentee.missing}`),
    result.unmatchedMentors.map((mentor) => `${mentor.id} ${mentor.free}`),
  ];
  const expected = [missing, free].map((list) =>
    list.filter((line) => !line.endsWith(' 0')).sort(compareIds),
  );
  if (JSON.stringify(stated.map((list) => list.sort(compareIds))) !== JSON.stringify(expected))
    findings.push({
      code: 'wrong-unmatched',
      message: 'The lists of people and places left over are wrong.',
    });
  const total = result.pairs.reduce((sum, pair) => sum + pair.score, 0);
  if (result.value.pairs !== result.pairs.length || result.value.total !== total)
    findings.push({ code: 'wrong-value', message: 'The number of pairs or the total is wrong.' });
  return findings;
}
