import { compareIds } from '../compare-ids.js';
import type { AssignmentProblem, PairOfIds } from '../problem.js';
import type { AssignmentResult } from '../result.js';
import type { BlockingHit } from './blocking-scan.js';
import { BlockingScan } from './blocking-scan.js';

/** A mentee and a mentor who would both rather have each other than the least of whom they got. */
export interface BlockingPair extends PairOfIds {
  readonly score: number;
  /**
   * What the two would gain together: for each the score of the pair less that of the least partner they have, `0` for
   * a free place. The mentor's part leaves out what the wish put into the score.
   */
  readonly gain: number;
}

/** The pairs that block a result. */
export interface BlockingPairs {
  readonly count: number;
  /** Those who would gain the most, in that order. */
  readonly worst: readonly BlockingPair[];
  /** Pairs that were looked at: all of them. */
  readonly pairsChecked: number;
}

const WORST_SHOWN = 5;

/**
 * Counts the pairs that block a result, of whatever objective, by looking at every pair. Who prefers whom is said at
 * the objective `stable`; a locked pair is left as it is.
 *
 * @param shown how many of the worst to name
 */
export function blockingPairs(
  problem: AssignmentProblem,
  result: Pick<AssignmentResult, 'pairs'>,
  shown = WORST_SHOWN,
): BlockingPairs {
  const scan = new BlockingScan(problem, result.pairs);
  const worst: BlockingPair[] = [];
  let count = 0;
  const found = (hit: BlockingHit): void => {
    count++;
    const menteeId = problem.mentees[hit.mentee]?.id ?? '';
    const mentorId = problem.mentors[hit.mentor]?.id ?? '';
    const pair = { menteeId, mentorId, score: hit.score, gain: hit.gain };
    const last = worst.at(-1);
    if (worst.length >= shown && (last === undefined || byGain(pair, last) >= 0)) return;
    worst.push(pair);
    worst.sort(byGain);
    worst.length = Math.min(worst.length, shown);
  };
  const row = new Int32Array(problem.mentors.length);
  problem.mentees.forEach((_, mentee) => {
    problem.scoreRow(mentee, row);
    scan.scan(mentee, row, found);
  });
  return { count, worst, pairsChecked: problem.mentees.length * problem.mentors.length };
}

function byGain(a: BlockingPair, b: BlockingPair): number {
  return b.gain - a.gain || compareIds(a.menteeId, b.menteeId) || compareIds(a.mentorId, b.mentorId);
}
