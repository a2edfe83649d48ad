import type { CompactProblem } from './compact-problem.js';
import type { PairWeights } from './pair-weights.js';
import type { DualPrices, Optimum } from './optimum.js';
import type { AssignmentProblem } from './problem.js';
import type { AssignedPair } from './result.js';
import { countsOf, type PairCounts, resultOfCounted } from './result-of-pairs.js';
import type { FoundPairs } from './solver/find-pairs.js';

/** Everything a finished run knows. */
export interface FinishedRun {
  readonly problem: AssignmentProblem;
  readonly compact: CompactProblem;
  readonly weights: PairWeights;
  readonly found: FoundPairs;
}

interface Pairs extends PairCounts {
  readonly pairs: readonly AssignedPair[];
}

/** Turns positions back into people. */
export function buildOptimum(run: FinishedRun): Optimum {
  const { pairs, ...counts } = pairsOf(run);
  return { ...resultOfCounted(run.problem, pairs, counts), prices: pricesOf(run) };
}

function pairsOf({ problem, compact, found: { market, book } }: FinishedRun): Pairs {
  const { people, menteeAt, mentorAt, locks } = compact;
  const pairs = [...locks];
  const { given, taken } = countsOf(problem, locks, people);
  const isTurned = market.side === 'mentors';
  const order = isTurned ? null : rowsById(compact);
  for (let nth = 0; nth < market.units.length; nth++) {
    const row = order === null ? nth : (order[nth] as number);
    const first = book.slotStart[row] as number;
    for (let slot = first; slot < first + (book.taken[row] as number); slot++) {
      const column = book.slotColumn[slot] as number;
      const mentee = menteeAt[isTurned ? column : row] as number;
      const mentor = mentorAt[isTurned ? row : column] as number;
      given[mentee] = (given[mentee] as number) + 1;
      taken[mentor] = (taken[mentor] as number) + 1;
      pairs.push({
        menteeId: problem.mentees[mentee]?.id ?? '',
        mentorId: problem.mentors[mentor]?.id ?? '',
        score: (book.slotValue[slot] as number) - market.values.extraOf(row, column),
        locked: false,
      });
    }
  }
  return { pairs, given, taken };
}

/** The rows in the order of the mentees' ids, which is that of the pairs. */
function rowsById({ people, menteeAt }: CompactProblem): Int32Array {
  const rowOf = new Int32Array(menteeAt.length);
  menteeAt.forEach((mentee, row) => (rowOf[mentee] = row));
  return people.mentees.order.map((mentee) => rowOf[mentee] as number);
}

function pricesOf({ problem, compact, weights, found }: FinishedRun): DualPrices {
  const { market, book, closedAt } = found;
  const { menteeAt, mentorAt } = compact;
  const [ofMentees, ofMentors] =
    market.side === 'mentees' ? [book.rowPrice, book.prices.exact] : [book.prices.exact, book.rowPrice];
  const mentees = new Float64Array(problem.mentees.length).fill(NaN);
  const mentors = new Float64Array(problem.mentors.length);
  const closed = new Float64Array(problem.mentors.length).fill(Infinity);
  menteeAt.forEach((mentee, at) => {
    const places = closedAt === null ? compact.need[at] : market.units[at];
    if ((places ?? 0) > 0) mentees[mentee] = ofMentees[at] as number;
  });
  mentorAt.forEach((mentor, at) => {
    mentors[mentor] = ofMentors[at] as number;
    if (closedAt !== null) closed[mentor] = closedAt[at] as number;
  });
  return { ...weights, mentees, mentors, closedAt: closed };
}
