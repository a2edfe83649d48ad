import type { Result } from '#kernel';
import { fail, ok } from '#kernel';
import { lockedPairs } from '../locked-pairs.js';
import type { AssignmentProblem } from '../problem.js';
import { problemHash } from '../problem-hash.js';
import { resultOfPairs } from '../result-of-pairs.js';
import type {
  AssignedPair,
  AssignmentResult,
  SolveOptions,
  SolveRefusal,
  StableCertificate,
} from '../result.js';
import { seal } from '../seal.js';
import { ScoreDigest } from '../score-digest.js';
import { SolveStopped } from '../solve-stopped.js';
import { BlockingScan } from './blocking-scan.js';
import { DeferredAcceptance } from './deferred-acceptance.js';

/** Part of the progress that the asking takes; the rest is the pass over all pairs. */
const SHARE_OF_ASKING = 0.5;

/** Mentees between two questions whether to go on. */
const MENTEES_BETWEEN_CHECKS = 64;

/**
 * The stable matching that is best for every mentee, with the count of blocking pairs by a look at every pair there is.
 * Published pairs and the order of places play no part: who prefers whom decides.
 *
 * @param problem checked already: every demand is 1, or 0 for who takes no part
 */
export function solveStable(
  problem: AssignmentProblem,
  options: SolveOptions = {},
): Result<AssignmentResult, SolveRefusal> {
  const step = (done: number, all: number, start: number, length: number): void => {
    if (done % MENTEES_BETWEEN_CHECKS !== 0) return;
    if (options.isCancelled?.() === true) throw new SolveStopped({ code: 'cancelled' });
    options.onProgress?.(start + (length * done) / Math.max(1, all));
  };
  try {
    const pairs = askAndAccept(problem, (done, all) => {
      step(done, all, 0, SHARE_OF_ASKING);
    });
    const digests = provenStable(problem, pairs, (done, all) => {
      step(done, all, SHARE_OF_ASKING, 1 - SHARE_OF_ASKING);
    });
    options.onProgress?.(1);
    const sealed = seal<StableCertificate>({
      ...resultOfPairs(problem, pairs),
      certificate: {
        version: 2,
        kind: 'stable',
        blockingPairs: 0,
        pairsChecked: problem.mentees.length * problem.mentors.length,
        problemHash: problemHash(problem, digests),
      },
    });
    return ok(sealed);
  } catch (stopped) {
    if (stopped instanceof SolveStopped) return fail(stopped.refusal);
    throw stopped;
  }
}

type Step = (done: number, all: number) => void;

function askAndAccept(problem: AssignmentProblem, step: Step): AssignedPair[] {
  const { pairs, need, room } = lockedPairs(problem);
  const asking = new DeferredAcceptance(problem, room);
  need.forEach((left, mentee) => {
    step(mentee, need.length);
    if (left > 0) asking.place(mentee);
  });
  const made = [...pairs];
  const mentorOf = new Map<number, number>();
  problem.mentors.forEach((_, mentor) => {
    for (const mentee of asking.menteesOf(mentor)) mentorOf.set(mentee, mentor);
  });
  const row = new Int32Array(problem.mentors.length);
  for (const [mentee, mentor] of mentorOf) {
    problem.scoreRow(mentee, row);
    const menteeId = problem.mentees[mentee]?.id ?? '';
    const mentorId = problem.mentors[mentor]?.id ?? '';
    made.push({ menteeId, mentorId, score: row[mentor] as number, locked: false });
  }
  return made;
}

/** @returns the checksums of all rows, which the same pass computes */
function provenStable(problem: AssignmentProblem, pairs: readonly AssignedPair[], step: Step): Uint32Array {
  const { mentees, mentors } = problem;
  const scan = new BlockingScan(problem, pairs);
  const digest = new ScoreDigest(mentors);
  const digests = new Uint32Array(2 * mentees.length);
  const row = new Int32Array(mentors.length);
  for (let mentee = 0; mentee < mentees.length; mentee++) {
    step(mentee, mentees.length);
    problem.scoreRow(mentee, row);
    digest.write(row, digests, 2 * mentee);
    scan.scan(mentee, row, () => {
      throw new Error('Deferred acceptance left a blocking pair: the scores changed while it ran.');
    });
  }
  return digests;
}
