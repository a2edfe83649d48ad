import { compareIds } from './compare-ids.js';
import type { CompactProblem } from './compact-problem.js';
import type { MatchingState } from './matching-state.js';
import type { PairWeights } from './pair-weights.js';
import type { DualPrices, Optimum } from './optimum.js';
import type { AssignmentProblem } from './problem.js';
import type { AssignedPair } from './result.js';
import { placesGoByOrder } from './standing-order.js';

/** Everything a finished run knows. */
export interface FinishedRun {
  readonly problem: AssignmentProblem;
  readonly compact: CompactProblem;
  readonly state: MatchingState;
  readonly weights: PairWeights;
}

/** Turns positions back into people. */
export function buildOptimum(run: FinishedRun): Optimum {
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
    prices: pricesOf(run),
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

function pricesOf({ problem, compact, state, weights }: FinishedRun): DualPrices {
  const fixed = placesGoByOrder(problem);
  const mentees = new Float64Array(state.rows).fill(NaN);
  const mentors = new Float64Array(state.columns);
  const closedAt = new Float64Array(state.columns);
  for (let row = 0; row < state.rows; row++)
    if ((fixed ? (state.taken[row] as number) : (compact.need[row] as number)) > 0)
      mentees[compact.menteeAt[row] as number] = state.rowPrice[row] as number;
  for (let column = 0; column < state.columns; column++) {
    const mentor = compact.mentorAt[column] as number;
    mentors[mentor] = state.columnPrice[column] as number;
    closedAt[mentor] = state.columnClosedAt[column] as number;
  }
  return { ...weights, mentees, mentors, closedAt };
}
