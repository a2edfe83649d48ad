import type { Finding } from '../finding.js';
import type { Ledger } from '../ledger.js';
import type { Cover } from '../result.js';
import { placesGoByOrder } from '../standing-order.js';

/** One side of a cut: what the people of a cover can have together with the pairs that they have no part in. */
interface Cut {
  readonly mentees: Uint8Array;
  readonly mentors: Uint8Array;
  /** Places that each mentee may have. */
  readonly wanted: Int32Array;
  /** Pairs that score less are not counted. */
  readonly threshold: number;
  size: number;
}

/**
 * Checks the steps of `fair` that come before the total: that there can't be more pairs, and that over the pairs above
 * the worst score there would be fewer places for the people who have them. Whatever a cover is, no matching has more
 * pairs than the people in it have places, and one more for each pair outside it.
 */
export function verifyFair(ledger: Ledger): readonly Finding[] {
  const { problem, result } = ledger;
  const { certificate } = result;
  if (certificate.kind !== 'fair')
    return [{ code: 'no-proof', message: 'The certificate is not one of a fair matching.' }];
  const free = result.pairs.filter((pair) => !pair.locked);
  const worst = free.reduce<number | null>(
    (low, { score }) => (low === null ? score : Math.min(low, score)),
    null,
  );
  if (certificate.worst !== worst)
    return [{ code: 'wrong-bound', message: 'The certificate states another worst score.' }];
  const findings: Finding[] = [];
  const needs = Int32Array.from(problem.mentees, (_, mentee) => ledger.needOf(mentee));
  const given = Int32Array.from(problem.mentees, (_, mentee) => ledger.degreeOf(mentee));
  const wanted = placesGoByOrder(problem) ? given : needs;
  const most = cutOf(ledger, certificate.most, needs, 0, findings);
  const above = cutOf(ledger, certificate.above, wanted, (worst ?? 0) + 1, findings);
  const row = new Int32Array(problem.mentors.length);
  problem.mentees.forEach((_, mentee) => {
    ledger.freeScores(mentee, row);
    addOutside(most, mentee, row);
    addOutside(above, mentee, row);
  });
  if (most.size !== free.length)
    findings.push({ code: 'wrong-cover', message: 'The certificate does not rule out more pairs.' });
  if (worst === null ? !isEmpty(certificate.above) : above.size >= free.length)
    findings.push({ code: 'wrong-cover', message: 'The certificate does not rule out a better worst pair.' });
  return findings;
}

function isEmpty({ mentees, mentors }: Cover): boolean {
  return mentees.length + mentors.length === 0;
}

function cutOf(
  ledger: Ledger,
  cover: Cover,
  wanted: Int32Array,
  threshold: number,
  findings: Finding[],
): Cut {
  const mentees = marked(cover.mentees, ledger.menteeIndex, wanted.length, findings);
  const mentors = marked(cover.mentors, ledger.mentorIndex, ledger.problem.mentors.length, findings);
  let size = 0;
  mentees.forEach((inside, mentee) => (size += inside * (wanted[mentee] as number)));
  mentors.forEach((inside, mentor) => (size += inside * ledger.roomOf(mentor)));
  return { mentees, mentors, wanted, threshold, size };
}

function marked(
  ids: readonly string[],
  index: ReadonlyMap<string, number>,
  length: number,
  findings: Finding[],
): Uint8Array {
  const marks = new Uint8Array(length);
  for (const id of ids) {
    const at = index.get(id);
    if (at === undefined || marks[at] === 1)
      findings.push({ code: 'wrong-cover', message: `The cover names ${id} twice, or wrongly.` });
    else marks[at] = 1;
  }
  return marks;
}

function addOutside(cut: Cut, mentee: number, row: Int32Array): void {
  if (cut.mentees[mentee] === 1 || cut.wanted[mentee] === 0) return;
  for (let mentor = 0; mentor < row.length; mentor++)
    if ((row[mentor] as number) >= cut.threshold && cut.mentors[mentor] === 0) cut.size++;
}
