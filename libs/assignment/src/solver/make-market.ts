import type { CompactProblem } from '../compact-problem.js';
import { copyProblem } from '../copy-problem.js';
import { earlierPairs } from '../earlier-pairs.js';
import type { PairWeights } from '../pair-weights.js';
import type { AssignmentProblem } from '../problem.js';
import type { Market } from './market.js';
import { ValueRows } from './value-rows.js';

/** Up to this many scores (128 MB) are copied to have them by column. */
const MOST_PAIRS_COPIED = 32 * 1024 * 1024;

/** A market, and which people its rows are. */
export interface OrientedMarket extends Market {
  readonly side: 'mentees' | 'mentors';
}

/**
 * Makes the people with fewer places between them the rows, where scores can be had by column.
 *
 * @param chosen pairs that each mentee is to have when the order has decided who gets a place; null when worth decides
 */
export function makeMarket(
  problem: AssignmentProblem,
  compact: CompactProblem,
  weights: PairWeights,
  chosen: Int32Array | null,
): OrientedMarket {
  const need = (chosen ?? compact.need).map((wanted) => Math.min(wanted, compact.mentorAt.length + 1));
  const { room } = compact;
  const common = { ...weights, mayDrop: chosen === null };
  const turnable = chosen === null && sum(room) < sum(need) ? withColumns(problem) : null;
  if (turnable !== null) {
    const values = valuesBy('mentors', turnable, compact);
    return { ...common, side: 'mentors', units: room, room: need, values };
  }
  return { ...common, side: 'mentees', units: need, room, values: valuesBy('mentees', problem, compact) };
}

/** What pairs are worth, with the people of one side as rows; mentors can be rows where scores can be had by column. */
export function valuesBy(
  side: OrientedMarket['side'],
  problem: AssignmentProblem,
  { menteeAt, mentorAt, excluded }: CompactProblem,
): ValueRows {
  const earlier = earlierPairs(problem);
  if (side === 'mentees') {
    const more = earlier === null ? {} : { earlier: earlier.pairs, extra: earlier.extra };
    return new ValueRows(problem, { side, rowAt: menteeAt, columnAt: mentorAt, excluded, ...more });
  }
  const more = earlier === null ? {} : { earlier: turned(earlier.pairs), extra: earlier.extra };
  return new ValueRows(problem, {
    side,
    rowAt: mentorAt,
    columnAt: menteeAt,
    excluded: turned(excluded),
    ...more,
  });
}

/** The problem with scores by column, from a copy of them all if need be; null when there are too many for one. */
function withColumns(problem: AssignmentProblem): AssignmentProblem | null {
  if (problem.scoreColumn !== undefined) return problem;
  const { mentees, mentors } = problem;
  const rows = mentees.length;
  if (rows * mentors.length > MOST_PAIRS_COPIED) return null;
  const copy = new Int32Array(rows * mentors.length);
  const row = new Int32Array(mentors.length);
  for (let mentee = 0; mentee < rows; mentee++) {
    problem.scoreRow(mentee, row);
    for (let mentor = 0; mentor < row.length; mentor++) copy[mentor * rows + mentee] = row[mentor] as number;
  }
  return copyProblem(
    problem,
    {},
    {
      scoreRow: problem.scoreRow.bind(problem),
      scoreColumn: (mentor, out) => {
        out.set(copy.subarray(mentor * rows, (mentor + 1) * rows));
      },
    },
  );
}

function turned(pairs: ReadonlyMap<number, readonly number[]>): Map<number, number[]> {
  const other = new Map<number, number[]>();
  for (const [mentee, mentors] of pairs)
    for (const mentor of mentors) {
      const list = other.get(mentor);
      if (list === undefined) other.set(mentor, [mentee]);
      else list.push(mentee);
    }
  return other;
}

function sum(numbers: Int32Array): number {
  return numbers.reduce((all, number) => all + number, 0);
}
