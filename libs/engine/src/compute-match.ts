import {
  type AssignmentProblem,
  type AssignmentResult,
  type Certificate,
  diagnose,
  type Diagnosis,
  type MatchQuality,
  mergeChecks,
  optimise,
  quality,
  solve,
  type SolveRefusal,
  verify,
} from '#assignment';
import { fail, ok, type Result } from '#kernel';
import { contextOf, type PackedPeople, type ScoringContext, strengthScale } from '#scoring';
import { Crew, SecondThread } from './crew.js';
import type { PlainProblem } from './crew-message.js';
import type { EngineInput, EngineSource, TableVersions } from './engine-input.js';
import { type EngineOutput, type InputFault, MatchProofError } from './engine-output.js';
import { Explainer, type ToExplain } from './explainer.js';
import { inputFaults } from './input-faults.js';
import { inputHash } from './input-hash.js';
import { MemoryBudget } from './memory-budget.js';
import { plainProblemOf } from './problem-of.js';
import { RuleNames } from './rule-names.js';
import { packInput, scoredProblem } from './score-source.js';
import { stabilityOf } from './stability.js';
import { Stages } from './stages.js';
import { inStandingOrder, type Standing, standingOf, wholeInput } from './standing-input.js';
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
  const found = findMatch(listed, versions, surroundings);
  if (!found.ok) return found;
  const { output, toExplain, problem } = found.value;
  const explainer = new Explainer(toExplain, listed, problem);
  return ok({ ...output, pairs: explainer.explain(0, toExplain.pairs.length) });
}

/** Everything that was found, but for the explanations of the pairs, and what makes these. */
export interface MatchFound {
  readonly output: Omit<EngineOutput, 'pairs'>;
  readonly toExplain: ToExplain;
  readonly problem: AssignmentProblem;
  readonly crew: Crew;
}

/** The same but for the explanations of the pairs; people are asked for while they are needed. */
export function findMatch(
  source: EngineSource,
  versions: TableVersions,
  { stages = silent(), memoryMb = Infinity, second = null }: Surroundings,
): Result<MatchFound, readonly InputFault[]> {
  const share = (done: number): void => {
    stages.share(done);
  };
  const budget = new MemoryBudget(memoryMb);
  const read = readInput(source, versions, stages, budget);
  const { inputHash: hash, standing, context, packed, plain } = read;
  const problem = scoredProblem(plain, packed);
  const helper = second === null ? null : new SecondThread(second.port, second.counters);
  helper?.prepare(packed, plain);
  const crew = new Crew(problem, source, helper, budget.allocate);
  stages.begin('finding the best pairs');
  const solved = findBest(problem, crew, share);
  if (!solved.ok) return fail(inputFaults(solved.error, inStandingOrder(source, standing), context));
  const result = solved.value;
  stages.begin('checking the proof');
  const judged = crew.work({ kind: 'verify', result }, share);
  const findings = verify(problem, result, judged);
  if (findings.length > 0) throw new MatchProofError(findings.map(({ message }) => message));
  stages.begin('explaining');
  const bestScores = judged.flatMap(({ best }) => [...best].filter((score) => score >= 0));
  const scale = strengthScale(bestScores, source.mentors.length);
  const output = {
    inputHash: hash,
    diagnosis: diagnosisOf(problem, result, source, read, budget),
    summary: {
      ...withoutLoads(quality(problem, result)),
      ...stabilityOf(problem, result),
      mentees: source.mentees.length,
      mentors: source.mentors.length,
      feasiblePairs: judged.reduce((sum, { feasible }) => sum + feasible, 0),
      strengthScale: scale,
      versions,
      verified: true as const,
      certificate: withoutLists(result.certificate),
    },
    certificate: result.certificate,
  };
  const toExplain = { pairs: result.pairs, standing, context: source.context, scale };
  return ok({ output, toExplain, problem, crew });
}

/** What is kept of an input once it was read. */
interface InputRead {
  readonly inputHash: string;
  readonly standing: Standing;
  readonly context: ScoringContext;
  readonly packed: PackedPeople;
  readonly plain: PlainProblem;
}

/** Reads everybody; the profiles themselves are not kept. */
function readInput(
  source: EngineSource,
  versions: TableVersions,
  stages: Stages,
  budget: MemoryBudget,
): InputRead {
  stages.begin('reading the input');
  const listed = wholeInput(source);
  const standing = standingOf(listed);
  const input = inStandingOrder(listed, standing);
  const hash = inputHash(input, versions);
  const context = contextOf(input.context);
  stages.begin('scoring pairs');
  const packed = packInput(input, context, budget);
  return { inputHash: hash, standing, context, packed, plain: plainProblemOf(input, packed) };
}

/** Why people are left over. Profiles are read again only where rules are to be named. */
function diagnosisOf(
  problem: AssignmentProblem,
  result: AssignmentResult,
  source: EngineSource,
  { standing, context }: InputRead,
  budget: MemoryBudget,
): Diagnosis {
  let names: RuleNames | null = null;
  return diagnose(problem, result, (mentee, mentor) => {
    names ??= new RuleNames(inStandingOrder(source, standing), context, budget);
    return names.of(mentee, mentor);
  });
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
