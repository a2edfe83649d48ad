import type { Result } from '#kernel';
import { fail, ok } from '#kernel';
import { mergeChecks } from '../certify.js';
import { checkRows } from '../check-rows.js';
import { compactProblem } from '../compact-problem.js';
import { copyProblem } from '../copy-problem.js';
import { optimise } from '../optimise.js';
import type { Optimum } from '../optimum.js';
import { indexById } from '../people-index.js';
import type { AssignmentProblem } from '../problem.js';
import { problemHash } from '../problem-hash.js';
import type { AssignmentResult, Cover, FairCertificate, SolveOptions, SolveRefusal } from '../result.js';
import { seal } from '../seal.js';
import { SolveStopped } from '../solve-stopped.js';
import { placesGoByOrder } from '../standing-order.js';
import type { Pairing } from '../solver/place-search.js';
import { ValueRows } from '../solver/value-rows.js';
import type { PlacesWanted } from './worst-score.js';
import { coverOf, highestWorst } from './worst-score.js';

const NOBODY: Cover = { mentees: [], mentors: [] };

/** Where the worst score stands, with what shows it. */
interface Worst {
  readonly score: number | null;
  readonly most: Cover;
  readonly above: Cover;
}

/**
 * Solves `fair`: the matching of `coverage` says how many pairs there can be and, with order `waited`, who has a part in
 * them; then the highest worst score by bisection (the bottleneck assignment of Fulkerson, Glicksberg and Gross 1953);
 * then the matching of `coverage` once more over the pairs that reach it.
 *
 * @param problem checked already
 */
export function solveFair(
  problem: AssignmentProblem,
  options: SolveOptions = {},
): Result<AssignmentResult, SolveRefusal> {
  const part = (start: number, length: number): SolveOptions => ({
    ...options,
    onProgress: (share) => options.onProgress?.(start + length * share),
  });
  const check = (): void => {
    if (options.isCancelled?.() === true) throw new SolveStopped({ code: 'cancelled' });
  };
  const most = optimise(copyProblem(problem, { objective: 'coverage' }), part(0, 0.4));
  if (!most.ok) return most;
  try {
    const worst = findWorst(problem, most.value, check);
    const minimumScore = Math.max(problem.minimumScore, worst.score ?? 0);
    const above = copyProblem(problem, { objective: 'coverage', minimumScore });
    const reached = worstMade(most.value) === worst.score;
    const best = reached ? most : optimise(above, part(0.5, 0.3));
    if (!best.ok) return best;
    check();
    options.onProgress?.(0.8);
    const { closedAt } = most.value.prices;
    const optimum = { ...best.value, prices: { ...best.value.prices, closedAt } };
    const rows = problem.mentees.length;
    const checked = checkRows(above, optimum.prices, 0, rows, () => options.isCancelled?.() === true);
    if (checked === null) return fail({ code: 'cancelled' });
    const result = mergeChecks(above, optimum, [checked]);
    options.onProgress?.(1);
    const sealed = seal<FairCertificate>({
      ...result,
      objective: problem.objective,
      certificate: {
        ...result.certificate,
        kind: 'fair',
        worst: worst.score,
        most: worst.most,
        above: worst.above,
        problemHash: problemHash(problem, checked.digests),
      },
    });
    return ok(sealed);
  } catch (stopped) {
    if (stopped instanceof SolveStopped) return fail(stopped.refusal);
    throw stopped;
  }
}

function findWorst(problem: AssignmentProblem, most: Optimum, check: () => void): Worst {
  const { menteeAt, mentorAt, need, room, excluded } = compactProblem(problem);
  const scores = new ValueRows(problem, { side: 'mentees', rowAt: menteeAt, columnAt: mentorAt, excluded });
  const start = pairingOf(problem, most, menteeAt, mentorAt);
  const given = Int32Array.from(start.columnsOf, (held) => held.length);
  const goal = given.reduce((sum, places) => sum + places, 0);
  const places: PlacesWanted = {
    problem,
    scores,
    menteeAt,
    mentorAt,
    goal,
    wanted: need,
    room,
  };
  const cover = coverOf(places, problem.minimumScore, start, check);
  if (goal === 0) return { score: null, most: cover, above: NOBODY };
  const chosen = placesGoByOrder(problem) ? { ...places, wanted: given } : places;
  const score = highestWorst(chosen, start, check);
  return { score, most: cover, above: coverOf(chosen, score + 1, start, check) };
}

function pairingOf(
  problem: AssignmentProblem,
  { pairs }: Optimum,
  menteeAt: Int32Array,
  mentorAt: Int32Array,
): Pairing {
  const mentees = indexById(problem.mentees);
  const mentors = indexById(problem.mentors);
  const rowOf = new Int32Array(menteeAt.length);
  const columnOf = new Int32Array(mentorAt.length);
  menteeAt.forEach((mentee, row) => (rowOf[mentee] = row));
  mentorAt.forEach((mentor, column) => (columnOf[mentor] = column));
  const columnsOf = Array.from(rowOf, (): number[] => []);
  for (const { menteeId, mentorId, locked } of pairs) {
    if (locked) continue;
    const row = rowOf[mentees.get(menteeId) ?? 0] as number;
    columnsOf[row]?.push(columnOf[mentors.get(mentorId) ?? 0] as number);
  }
  return { columnsOf };
}

function worstMade({ pairs }: Optimum): number | null {
  let worst: number | null = null;
  for (const { locked, score } of pairs) if (!locked && (worst === null || score < worst)) worst = score;
  return worst;
}
