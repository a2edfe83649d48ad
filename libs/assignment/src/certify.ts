import type { Result } from '#kernel';
import { fail, ok } from '#kernel';
import { checkRows } from './check-rows.js';
import type { RowsChecked } from './check-rows.js';
import { rowScan } from './check-rows-scan.js';
import { compareIds } from './compare-ids.js';
import { distinctPairs, pairKey } from './people-index.js';
import type { Optimum } from './optimum.js';
import type { AssignmentProblem, PairOfIds } from './problem.js';
import { problemHash } from './problem-hash.js';
import type { AssignedPair, PriceCertificate, PricedResult, SolveOptions, SolveRefusal } from './result.js';
import { seal } from './seal.js';
import { SolveStopped } from './solve-stopped.js';
import { placesGoByOrder } from './standing-order.js';

/** Mentees compared at a time, between two reports of progress. */
const PAIRS_PER_PART = 4_000_000;

/**
 * Compares an optimum with every pair there is and adds the certificate: one pass over all scores.
 *
 * @returns `cancelled` when the caller asked for it; or the first score that is out of range
 */
export function certify(
  problem: AssignmentProblem,
  optimum: Optimum,
  options: SolveOptions = {},
): Result<PricedResult, SolveRefusal> {
  const rows = problem.mentees.length;
  const step = Math.max(1, Math.ceil(PAIRS_PER_PART / Math.max(1, problem.mentors.length)));
  const parts: RowsChecked[] = [];
  const scan = rowScan(problem.mentors, optimum.prices.mentors);
  const isCancelled = (): boolean => options.isCancelled?.() === true;
  try {
    for (let from = 0; from < rows; from += step) {
      options.onProgress?.(from / rows);
      const to = Math.min(rows, from + step);
      const part = isCancelled() ? null : checkRows(problem, optimum.prices, from, to, isCancelled, scan);
      if (part === null) return fail({ code: 'cancelled' });
      parts.push(part);
    }
  } catch (stopped) {
    if (stopped instanceof SolveStopped) return fail(stopped.refusal);
    throw stopped;
  }
  options.onProgress?.(1);
  return ok(mergeChecks(problem, optimum, parts));
}

/**
 * Makes the certificate of an optimum from passes over all its mentees, in whatever parts these were made.
 *
 * @throws RangeError when the parts do not cover every mentee once
 */
export function mergeChecks(
  problem: AssignmentProblem,
  optimum: Optimum,
  parts: readonly RowsChecked[],
): PricedResult {
  const digests = new Uint32Array(2 * problem.mentees.length);
  let covered = 0;
  for (const part of parts.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)) {
    if (part.from !== covered) throw new RangeError('The checked parts must cover every mentee once.');
    digests.set(part.digests, 2 * part.from);
    covered = part.to;
  }
  if (covered !== problem.mentees.length)
    throw new RangeError('The checked parts must cover every mentee once.');
  const { prices, ...result } = optimum;
  const { pairWeight, scoreWeight } = prices;
  const fixed = placesGoByOrder(problem);
  const points = result.value.total + pointsOfKept(problem, result.pairs);
  const value = pairWeight * result.value.pairs + scoreWeight * points;
  let bound = parts.reduce((sum, part) => sum + part.surplus, 0);
  for (const { locked, score } of result.pairs) if (locked) bound += pairWeight + scoreWeight * score;
  bound += priceOfPlaces(problem, optimum, fixed);
  const certificate: Omit<PriceCertificate, 'digest'> = {
    version: 2,
    kind: 'prices',
    pairWeight,
    scoreWeight,
    mentees: pricesById(problem.mentees, prices.mentees).filter(({ price }) => !Number.isNaN(price)),
    mentors: mentorPrices(problem, optimum),
    value,
    bound,
    gap: bound - value,
    pairsChecked: parts.reduce((sum, part) => sum + part.pairsChecked, 0),
    problemHash: problemHash(problem, digests),
  };
  return seal<PriceCertificate>({ ...result, certificate });
}

/** What pairs count beyond their scores because they are those of an earlier round. */
function pointsOfKept(problem: AssignmentProblem, pairs: readonly AssignedPair[]): number {
  const { penalty = 0, pairs: earlier = [] } = problem.published ?? {};
  const keys = new Set(earlier.map(pairKey));
  return penalty * pairs.filter((pair) => !pair.locked && keys.has(pairKey(pair))).length;
}

/** The dual objective: every place that is in question at its price. */
function priceOfPlaces(problem: AssignmentProblem, optimum: Optimum, fixed: boolean): number {
  const { prices } = optimum;
  const given = countBy(optimum.pairs, 'menteeId');
  const locks = distinctPairs(problem.locks);
  const lockedByMentee = countBy(locks, 'menteeId');
  const lockedByMentor = countBy(locks, 'mentorId');
  let sum = 0;
  problem.mentees.forEach(({ id, demand = 1 }, mentee) => {
    const price = prices.mentees[mentee] as number;
    const places = (fixed ? (given.get(id) ?? 0) : demand) - (lockedByMentee.get(id) ?? 0);
    if (!Number.isNaN(price)) sum += price * places;
  });
  problem.mentors.forEach(({ id, capacity }, mentor) => {
    sum += (prices.mentors[mentor] as number) * (capacity - (lockedByMentor.get(id) ?? 0));
  });
  return sum;
}

function countBy(pairs: readonly PairOfIds[], side: keyof PairOfIds): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair[side], (counts.get(pair[side]) ?? 0) + 1);
  return counts;
}

function pricesById(
  people: readonly { readonly id: string }[],
  prices: Float64Array,
): { id: string; price: number }[] {
  return people
    .map(({ id }, index) => ({ id, price: prices[index] as number }))
    .sort((a, b) => compareIds(a.id, b.id));
}

function mentorPrices(problem: AssignmentProblem, { prices }: Optimum): PriceCertificate['mentors'] {
  const closedAt = new Map(problem.mentors.map(({ id }, mentor) => [id, prices.closedAt[mentor] as number]));
  return pricesById(problem.mentors, prices.mentors).map(({ id, price }) => {
    const position = closedAt.get(id) ?? Infinity;
    return { id, price, closedAt: position === Infinity ? null : position };
  });
}
