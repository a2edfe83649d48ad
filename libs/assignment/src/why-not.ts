import type { Result } from '#kernel';
import { fail, ok } from '#kernel';
import { compareIds } from './compare-ids.js';
import { copyProblem } from './copy-problem.js';
import type { PairCost } from './explain/pair-cost.js';
import { pairCost } from './explain/pair-cost.js';
import type { PairPreference } from './explain/preference.js';
import { pairPreference } from './explain/preference.js';
import type { WantedPair } from './explain/residual-graph.js';
import { ResidualGraph } from './explain/residual-graph.js';
import { Ledger } from './ledger.js';
import { pairWeights } from './pair-weights.js';
import { pairKey } from './people-index.js';
import { pricesOf } from './prices-of.js';
import type { AssignmentProblem, PairOfIds } from './problem.js';
import type { AssignmentResult, SolveOptions, SolveRefusal } from './result.js';
import { solve } from './solve.js';
import { placesGoByOrder } from './standing-order.js';

/** What it would take to make one pair. */
export type WhyNot =
  | { readonly kind: 'already-paired' }
  /** The pair may not be made, whatever it costs others. */
  | { readonly kind: 'infeasible'; readonly because: 'rule' | 'forbidden' | 'below-minimum' }
  /** Locked pairs hold all the places of one of the two. */
  | { readonly kind: 'places-locked'; readonly side: 'mentee' | 'mentor' }
  /** For `stable`: one of the two has somebody they would rather have. */
  | ({ readonly kind: 'preference' } & PairPreference)
  /** The pair can be made; this is what changes for the others. */
  | ({
      readonly kind: 'cost';
      /** For `fair`: the worst score among pairs that are not locked, now and with the pair locked. */
      readonly worst?: { readonly now: number | null; readonly then: number | null };
    } & PairCost);

/**
 * Why a pair was not made, and exactly what making it would cost: the optimum less the best matching that holds the pair.
 * For `coverage` and `total` that is one shortest path from the certificate's prices; for `fair` the cohort is solved
 * again with the pair locked, which takes as long as a run; for `stable` it is who prefers whom.
 *
 * @param result of this problem: a result that does not pass `verify` gives no right answer
 * @returns a refusal as {@link solve} does, also for ids that are not in the cohort
 */
export function whyNot(
  problem: AssignmentProblem,
  result: AssignmentResult,
  pair: PairOfIds,
  options: SolveOptions = {},
): Result<WhyNot, SolveRefusal> {
  const answers = whyNotMany(problem, result, [pair], options);
  if (!answers.ok) return answers;
  const [answer] = answers.value;
  return answer === undefined ? fail({ code: 'invalid', problems: [] }) : ok(answer);
}

/** Answers {@link whyNot} for several pairs, in their order, for the price of setting up once. */
export function whyNotMany(
  problem: AssignmentProblem,
  result: AssignmentResult,
  pairs: readonly PairOfIds[],
  options: SolveOptions = {},
): Result<readonly WhyNot[], SolveRefusal> {
  const ledger = new Ledger(problem, result);
  const graph = graphOf(ledger);
  const answers: WhyNot[] = [];
  for (const pair of pairs) {
    if (options.isCancelled?.() === true) return fail({ code: 'cancelled' });
    const [mentee, mentor] = ledger.indicesOf(pair);
    if (mentee === undefined || mentor === undefined) {
      const message = `${pair.menteeId} or ${pair.mentorId} is not in the cohort: ask for two people who are.`;
      return fail({ code: 'invalid', problems: [{ code: 'unknown-person', message, ...pair }] });
    }
    const wanted = { mentee, mentor };
    const score = scoreOf(problem, wanted);
    const barred = whatBars(ledger, wanted, score, pair);
    if (barred !== null) answers.push(barred);
    else if (problem.objective === 'stable')
      answers.push({ kind: 'preference', ...pairPreference(ledger, wanted) });
    else if (graph !== null) answers.push({ kind: 'cost', ...pairCost(graph, wanted, score) });
    else {
      const again = solvedAgain(problem, result, pair, options);
      if (!again.ok) return again;
      answers.push(again.value);
    }
  }
  return ok(answers);
}

/** Null when the certificate has no prices over every pair of this problem. */
function graphOf(ledger: Ledger): ResidualGraph | null {
  const { problem, result } = ledger;
  const prices = pricesOf(result.certificate);
  const weights = pairWeights(problem);
  if (problem.objective === 'fair' || problem.objective === 'stable') return null;
  if (prices === null || weights === null || prices.gap !== 0) return null;
  if (prices.pairWeight !== weights.pairWeight || prices.scoreWeight !== weights.scoreWeight) return null;
  return new ResidualGraph(ledger, prices, weights, placesGoByOrder(problem));
}

function scoreOf(problem: AssignmentProblem, { mentee, mentor }: WantedPair): number {
  const row = new Int32Array(problem.mentors.length);
  problem.scoreRow(mentee, row);
  return row[mentor] ?? -1;
}

/** What stands against a pair at any cost. */
function whatBars(ledger: Ledger, wanted: WantedPair, score: number, pair: PairOfIds): WhyNot | null {
  if (ledger.given[wanted.mentee]?.has(wanted.mentor) === true) return { kind: 'already-paired' };
  if (ledger.forbidden.has(pairKey(pair))) return { kind: 'infeasible', because: 'forbidden' };
  if (score < 0) return { kind: 'infeasible', because: 'rule' };
  if (score < ledger.problem.minimumScore) return { kind: 'infeasible', because: 'below-minimum' };
  if (ledger.needOf(wanted.mentee) <= 0) return { kind: 'places-locked', side: 'mentee' };
  if (ledger.roomOf(wanted.mentor) <= 0) return { kind: 'places-locked', side: 'mentor' };
  return null;
}

function solvedAgain(
  problem: AssignmentProblem,
  result: AssignmentResult,
  pair: PairOfIds,
  options: SolveOptions,
): Result<WhyNot, SolveRefusal> {
  const other = solve(copyProblem(problem, { locks: [...problem.locks, pair] }), options);
  if (!other.ok) return other;
  const cost = {
    kind: 'cost' as const,
    pairs: result.value.pairs - other.value.value.pairs,
    points: result.value.total - other.value.value.total,
    earlier: keptIn(problem, result) - keptIn(problem, other.value),
    losing: fewer(result, other.value),
    gaining: fewer(other.value, result),
  };
  if (problem.objective !== 'fair') return ok(cost);
  return ok({ ...cost, worst: { now: worstOf(result), then: worstOf(other.value) } });
}

/** How many pairs of an earlier round a result keeps; 0 where they don't matter. */
function keptIn({ published }: AssignmentProblem, { pairs }: AssignmentResult): number {
  if (published === undefined || published.penalty === 0) return 0;
  const earlier = new Set(published.pairs.map(pairKey));
  return pairs.filter((pair) => earlier.has(pairKey(pair))).length;
}

function worstOf({ certificate }: AssignmentResult): number | null {
  return certificate.kind === 'fair' ? certificate.worst : null;
}

/** Mentees who have fewer mentors in `after` than in `before`. */
function fewer(before: AssignmentResult, after: AssignmentResult): string[] {
  const change = new Map<string, number>();
  for (const { menteeId } of after.pairs) change.set(menteeId, (change.get(menteeId) ?? 0) + 1);
  for (const { menteeId } of before.pairs) change.set(menteeId, (change.get(menteeId) ?? 0) - 1);
  return [...change]
    .filter(([, count]) => count < 0)
    .map(([id]) => id)
    .sort(compareIds);
}
