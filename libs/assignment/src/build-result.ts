import { compareIds } from './compare-ids.js';
import type { CompactProblem } from './compact-problem.js';
import type { MatchingState } from './matching-state.js';
import { OPEN } from './matching-state.js';
import type { PairWeights } from './pair-weights.js';
import type { AssignmentProblem } from './problem.js';
import { problemHash } from './problem-hash.js';
import type { AssignedPair, AssignmentResult, Certificate } from './result.js';
import { placesGoByOrder } from './standing-order.js';

/** Everything a finished run knows. */
export interface FinishedRun {
  readonly problem: AssignmentProblem;
  readonly compact: CompactProblem;
  readonly state: MatchingState;
  readonly weights: PairWeights;
}

/** Turns positions back into people. */
export function buildResult(run: FinishedRun): AssignmentResult {
  const { problem, compact, state } = run;
  const pairs = pairsOf(run);
  const byId = (a: { id: string }, b: { id: string }): number => compareIds(a.id, b.id);
  const missing = Array.from(compact.menteeAt, (mentee, row) => ({
    id: problem.mentees[mentee]?.id ?? '',
    missing: (compact.need[row] ?? 0) - (state.taken[row] ?? 0),
  }));
  const free = Array.from(compact.mentorAt, (mentor, column) => ({
    id: problem.mentors[mentor]?.id ?? '',
    free: (compact.room[column] ?? 0) - (state.used[column] ?? 0),
  }));
  const total = pairs.reduce((sum, pair) => sum + pair.score, 0);
  return {
    objective: problem.objective,
    order: problem.order,
    seed: problem.seed,
    pairs,
    unmatchedMentees: missing.filter((mentee) => mentee.missing > 0).sort(byId),
    unmatchedMentors: free.filter((mentor) => mentor.free > 0).sort(byId),
    value: { pairs: pairs.length, total },
    certificate: certify(run, pairs.length, total),
  };
}

function pairsOf({ problem, compact, state }: FinishedRun): AssignedPair[] {
  const pairs: AssignedPair[] = [];
  const add = (mentee: number, mentor: number, score: number, locked: boolean): void => {
    const menteeId = problem.mentees[mentee]?.id ?? '';
    const mentorId = problem.mentors[mentor]?.id ?? '';
    pairs.push({ menteeId, mentorId, score, locked });
  };
  for (const lock of compact.locks) add(lock.mentee, lock.mentor, lock.score, true);
  for (let row = 0; row < state.rows; row++) {
    const first = state.slotStart[row] as number;
    for (let slot = first; slot < first + (state.taken[row] as number); slot++)
      add(
        compact.menteeAt[row] as number,
        compact.mentorAt[state.slotColumn[slot] as number] as number,
        state.slotScore[slot] as number,
        false,
      );
  }
  return pairs.sort((a, b) => compareIds(a.menteeId, b.menteeId) || compareIds(a.mentorId, b.mentorId));
}

function certify(run: FinishedRun, pairs: number, total: number): Certificate {
  const { problem, compact, state, weights } = run;
  const { pairWeight, scoreWeight } = weights;
  const fixed = placesGoByOrder(problem);
  const value = pairWeight * pairs + scoreWeight * total;
  const mentees: { id: string; price: number }[] = [];
  let bound = compact.locks.reduce((sum, lock) => sum + pairWeight + scoreWeight * lock.score, 0);
  let pairsChecked = 0;
  for (let row = 0; row < state.rows; row++) {
    const taken = state.taken[row] as number;
    if ((fixed ? taken : (compact.need[row] as number)) === 0) continue;
    const price = state.rowPrice[row] as number;
    mentees.push({ id: problem.mentees[compact.menteeAt[row] as number]?.id ?? '', price });
    bound += price * (fixed ? taken : (compact.need[row] as number)) + surplus(run, row, price);
    pairsChecked += state.columns;
  }
  const mentors = Array.from(compact.mentorAt, (mentor, column) => {
    const price = state.columnPrice[column] as number;
    const closedAt = state.columnClosedAt[column] as number;
    bound += price * (compact.room[column] as number);
    return { id: problem.mentors[mentor]?.id ?? '', price, closedAt: closedAt === OPEN ? null : closedAt };
  });
  return {
    version: 1,
    pairWeight,
    scoreWeight,
    mentees: mentees.sort((a, b) => compareIds(a.id, b.id)),
    mentors: mentors.sort((a, b) => compareIds(a.id, b.id)),
    value,
    bound,
    gap: bound - value,
    pairsChecked,
    problemHash: problemHash(problem),
  };
}

/** How far the row's pairs are worth more than their prices: only pairs that were made may be. */
function surplus({ compact, state, weights }: FinishedRun, row: number, price: number): number {
  const { data } = compact.scores;
  const start = compact.scores.load(row);
  let sum = 0;
  for (let column = 0; column < state.columns; column++) {
    const score = data[start + column] as number;
    if (score < 0) continue;
    const worth = weights.pairWeight + weights.scoreWeight * score;
    sum += Math.max(0, worth - price - (state.columnPrice[column] as number));
  }
  return sum;
}
