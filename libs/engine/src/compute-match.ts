import {
  type AssignmentProblem,
  type AssignmentResult,
  type Certificate,
  diagnose,
  menteesInOrder,
  mentorsInOrder,
  type MatchQuality,
  mergeChecks,
  optimise,
  quality,
  solve,
  type SolveRefusal,
  verify,
} from '#assignment';
import { fail, ok, type Result } from '#kernel';
import { contextOf, strengthScale } from '#scoring';
import { Crew, SecondThread } from './crew.js';
import type { EngineInput, TableVersions } from './engine-input.js';
import { type EngineOutput, type InputFault, MatchProofError } from './engine-output.js';
import { foundPairs } from './found-pairs.js';
import { inputFaults } from './input-faults.js';
import { inputHash } from './input-hash.js';
import { MemoryBudget } from './memory-budget.js';
import { plainProblemOf } from './problem-of.js';
import { RuleNames } from './rule-names.js';
import { packInput, scoredProblem } from './score-source.js';
import { stabilityOf } from './stability.js';
import { Stages } from './stages.js';
import type { SecondThreadData } from './thread-message.js';

/** Where a computation works, and who hears how far it is. */
export interface Surroundings {
  readonly stages?: Stages;
  readonly memoryMb?: number;
  /** A thread that takes parts of the work. */
  readonly second?: SecondThreadData | null;
}

/**
 * From profiles to a certified, verified, diagnosed and explained result, in the thread of the caller. Pure: the same
 * input gives the same output, in whatever order its lists are, and whoever helps.
 *
 * @returns faults of the input, such as a lock that breaks a hard rule, when there is nothing to compute
 * @throws MatchProofError, OutOfMemoryError
 */
export function computeMatch(
  listed: EngineInput,
  versions: TableVersions,
  surroundings: Surroundings = {},
): Result<EngineOutput, readonly InputFault[]> {
  const { stages = silent(), memoryMb = Infinity, second = null } = surroundings;
  const share = (done: number): void => {
    stages.share(done);
  };
  stages.begin('reading the input');
  const input = inStandingOrder(listed);
  const hash = inputHash(input, versions);
  const context = contextOf(input.context);
  stages.begin('scoring pairs');
  const budget = new MemoryBudget(memoryMb);
  const packed = packInput(input, context, budget);
  const plain = plainProblemOf(input, packed);
  const problem = scoredProblem(plain, packed);
  const helper = second === null ? null : new SecondThread(second.port, second.counters);
  helper?.prepare(packed, plain);
  const crew = new Crew(problem, helper, budget.allocate);
  stages.begin('finding the best pairs');
  const solved = findBest(problem, crew, share);
  if (!solved.ok) return fail(inputFaults(solved.error, input, context));
  const result = solved.value;
  stages.begin('checking the proof');
  const judged = crew.work({ kind: 'verify', result }, share);
  const findings = verify(
    problem,
    result,
    judged.map(({ verified }) => verified),
  );
  if (findings.length > 0) throw new MatchProofError(findings.map(({ message }) => message));
  stages.begin('explaining');
  const bestScores = judged.flatMap(({ best }) => [...best].filter((score) => score >= 0));
  const scale = strengthScale(bestScores, input.mentors.length);
  return ok({
    inputHash: hash,
    pairs: foundPairs(result, input, context, scale),
    diagnosis: diagnose(problem, result, new RuleNames(input, context, budget).of),
    summary: {
      ...withoutLoads(quality(problem, result)),
      ...stabilityOf(problem, result),
      mentees: input.mentees.length,
      mentors: input.mentors.length,
      feasiblePairs: judged.reduce((sum, { feasible }) => sum + feasible, 0),
      strengthScale: scale,
      versions,
      verified: true,
      certificate: withoutLists(result.certificate),
    },
    certificate: result.certificate,
  });
}

/** People in the order in which they come to a place: the solver then has to rearrange no scores. */
function inStandingOrder(input: EngineInput): EngineInput {
  const { mentees, mentors } = input;
  const { seed, objective, placeOrder: order } = input.parameters;
  const at = <T>(people: readonly T[], places: Int32Array): T[] =>
    Array.from(places, (place) => people[place] as T);
  return {
    ...input,
    mentees: at(mentees, menteesInOrder({ mentees, seed, objective, order })),
    mentors: at(mentors, mentorsInOrder({ mentors, seed })),
  };
}

/** The result with its certificate; where prices prove it, both threads compare them with every pair. */
function findBest(
  problem: AssignmentProblem,
  crew: Crew,
  onProgress: (share: number) => void,
): Result<AssignmentResult, SolveRefusal> {
  if (problem.objective === 'stable' || problem.objective === 'fair') return solve(problem, { onProgress });
  const optimum = optimise(problem, {
    helpers: crew,
    onProgress: (share) => {
      onProgress(SHARE_OF_FINDING * share);
    },
  });
  if (!optimum.ok) return optimum;
  const { prices } = optimum.value;
  const checks = crew.work({ kind: 'check', prices }, (share) => {
    onProgress(SHARE_OF_FINDING + (1 - SHARE_OF_FINDING) * share);
  });
  return ok(mergeChecks(problem, optimum.value, checks));
}

/** Part of the progress that finding takes; the rest is the pass over all pairs. */
const SHARE_OF_FINDING = 0.8;

function silent(): Stages {
  return new Stages(
    () => undefined,
    () => 0,
  );
}

/** The loads of thousands of mentors can be read from the pairs. */
function withoutLoads(figures: MatchQuality): Omit<MatchQuality, 'load'> {
  const small = Object.entries(figures).filter(([name]) => name !== 'load');
  return Object.fromEntries(small) as unknown as Omit<MatchQuality, 'load'>;
}

/** A certificate of a large cohort has thousands of prices: a summary has what can be read. */
function withoutLists(certificate: Certificate): object {
  const small = Object.entries(certificate).filter(
    ([, value]) => typeof value !== 'object' || value === null,
  );
  return Object.fromEntries(small);
}
