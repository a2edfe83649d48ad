import {
  type AssignmentProblem,
  type AssignmentResult,
  diagnose,
  INFEASIBLE,
  type PairOfIds,
  quality,
  solve,
  type SolveRefusal,
  verify,
} from '#assignment';
import { fail, ok, type Result } from '#kernel';
import type { FoundPair, InputFault, LeftOver, MatchInput, MatchOutput } from '#matching';
import {
  contextOf,
  type ScoringContext,
  scorePair,
  strengthOf,
  type StrengthScale,
  strengthScale,
} from '#scoring';
import { TAXONOMY_VERSION } from '#skills';
import { canonicalHash } from './canonical-hash.js';
import { ScoreTable } from './score-table.js';

/** Tells how far the computation is, in per cent, and what it does. */
export type OnProgress = (percent: number, stage: string) => void;

/** Versions of what a score depends on beside the input. */
export interface TableVersions {
  /** Of the IANA zone data. */
  readonly zoneData: string;
}

/** The result did not stand its own proof: a fault of ours, never of the people. */
export class MatchProofError extends Error {
  constructor(findings: readonly string[]) {
    super(`The result did not pass verification: ${findings.join(' ')}`);
    this.name = 'MatchProofError';
  }
}

/**
 * The whole computation over a snapshot: scores, the best matching, its proof checked, reasons and diagnoses. Pure: the
 * same input gives the same output.
 *
 * @returns faults of the input, such as a lock that breaks a hard rule, when there is nothing to compute
 * @throws MatchProofError
 */
export function computeMatch(
  input: MatchInput,
  versions: TableVersions,
  onProgress: OnProgress = () => undefined,
): Result<MatchOutput, readonly InputFault[]> {
  const context = contextOf(input.context);
  const table = new ScoreTable(input.mentees, input.mentors, context);
  table.fill((share) => {
    onProgress(5 + 60 * share, 'scoring pairs');
  });
  const problem = problemOf(input, table);
  const solved = solve(problem, {
    onProgress: (share) => {
      onProgress(65 + 20 * share, 'finding the best pairs');
    },
  });
  if (!solved.ok) return fail(faultsOf(solved.error, input, context));
  onProgress(85, 'checking the proof');
  const findings = verify(problem, solved.value);
  if (findings.length > 0) throw new MatchProofError(findings.map(({ message }) => message));
  onProgress(92, 'explaining');
  const scale = strengthScale(table.bestScores(), input.mentors.length);
  return ok({
    inputHash: canonicalHash(inOrder(input), { taxonomy: TAXONOMY_VERSION, ...versions }),
    pairs: pairsOf(solved.value, input, context, scale),
    leftOver: leftOverOf(problem, solved.value, input, context),
    summary: {
      ...quality(problem, solved.value),
      mentees: input.mentees.length,
      mentors: input.mentors.length,
      feasiblePairs: table.feasiblePairs(),
      strengthScale: scale,
      versions: { taxonomy: TAXONOMY_VERSION, ...versions },
      verified: true,
      certificate: solved.value.certificate,
    },
  });
}

/** The same input with its lists in one order, so that the hash does not depend on how they were read. */
function inOrder(input: MatchInput): MatchInput {
  const byId = <P extends { readonly id: string }>(people: readonly P[]): P[] =>
    [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byPair = <P extends PairOfIds>(pairs: readonly P[]): P[] =>
    [...pairs].sort((a, b) => (`${a.menteeId} ${a.mentorId}` < `${b.menteeId} ${b.mentorId}` ? -1 : 1));
  return {
    ...input,
    mentees: byId(input.mentees),
    mentors: byId(input.mentors),
    locks: byPair(input.locks),
    forbidden: byPair(input.forbidden),
    context: {
      ...input.context,
      customSkills: byId(input.context.customSkills),
      acquaintances: byPair(input.context.acquaintances),
    },
  };
}

function problemOf(input: MatchInput, table: ScoreTable): AssignmentProblem {
  const { objective, placeOrder, minimumScore, seed } = input.parameters;
  return {
    mentees: input.mentees.map(({ id, roundsWaited, priority }) => ({ id, roundsWaited, priority })),
    mentors: input.mentors.map(({ id, capacity }) => ({ id, capacity })),
    scoreRow: (mentee, out) => {
      table.row(mentee, out);
    },
    locks: input.locks,
    forbidden: input.forbidden,
    minimumScore,
    objective,
    order: placeOrder,
    seed,
  };
}

function pairsOf(
  result: AssignmentResult,
  input: MatchInput,
  context: ScoringContext,
  scale: StrengthScale | null,
): FoundPair[] {
  const mentees = new Map(input.mentees.map((mentee) => [mentee.id, mentee]));
  const mentors = new Map(input.mentors.map((mentor) => [mentor.id, mentor]));
  return result.pairs.map(({ menteeId, mentorId, score, locked }) => {
    const mentee = mentees.get(menteeId);
    const mentor = mentors.get(mentorId);
    const explained =
      mentee === undefined || mentor === undefined ? null : scorePair(mentee, mentor, context);
    return {
      menteeId,
      mentorId,
      score,
      locked,
      strength: score === INFEASIBLE ? null : strengthOf(score, scale),
      contributions: explained?.feasible === true ? explained.contributions : [],
    };
  });
}

function leftOverOf(
  problem: AssignmentProblem,
  result: AssignmentResult,
  input: MatchInput,
  context: ScoringContext,
): LeftOver[] {
  const { mentees, mentors } = diagnose(problem, result, (menteeIndex, mentorIndex) =>
    rulesOf(input, context, menteeIndex, mentorIndex),
  );
  return [
    ...mentees.map(({ menteeId, ...diagnosis }) => ({
      participationId: menteeId,
      role: 'mentee' as const,
      diagnosis,
    })),
    ...mentors.map(({ mentorId, ...diagnosis }) => ({
      participationId: mentorId,
      role: 'mentor' as const,
      diagnosis,
    })),
  ];
}

function rulesOf(
  input: MatchInput,
  context: ScoringContext,
  menteeIndex: number,
  mentorIndex: number,
): readonly string[] {
  const mentee = input.mentees[menteeIndex];
  const mentor = input.mentors[mentorIndex];
  if (mentee === undefined || mentor === undefined) return [];
  const pair = scorePair(mentee, mentor, context);
  return pair.feasible ? [] : pair.reasons;
}

function faultsOf(refusal: SolveRefusal, input: MatchInput, context: ScoringContext): InputFault[] {
  if (refusal.code === 'cancelled') return [];
  return refusal.problems.map(({ code, menteeId, mentorId }) => ({
    code,
    menteeId: menteeId ?? null,
    mentorId: mentorId ?? null,
    rules:
      menteeId === undefined || mentorId === undefined
        ? []
        : rulesOf(
            input,
            context,
            input.mentees.findIndex(({ id }) => id === menteeId),
            input.mentors.findIndex(({ id }) => id === mentorId),
          ),
  }));
}
