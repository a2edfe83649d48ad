import { type Certificate, diagnose, type MatchQuality, quality, solve, verify } from '#assignment';
import { fail, ok, type Result } from '#kernel';
import { contextOf, strengthScale } from '#scoring';
import type { EngineInput, TableVersions } from './engine-input.js';
import { type EngineOutput, type InputFault, MatchProofError } from './engine-output.js';
import { foundPairs } from './found-pairs.js';
import { inputFaults } from './input-faults.js';
import { inputHash } from './input-hash.js';
import { PairScores } from './pair-scores.js';
import { problemOf } from './problem-of.js';
import { rulesOf } from './rules-of.js';
import { Stages } from './stages.js';

/**
 * From profiles to a certified, verified, diagnosed and explained result, in the thread of the caller. Pure: the same
 * input gives the same output, in whatever order its lists are.
 *
 * @returns faults of the input, such as a lock that breaks a hard rule, when there is nothing to compute
 * @throws MatchProofError
 */
export function computeMatch(
  input: EngineInput,
  versions: TableVersions,
  stages: Stages = new Stages(
    () => undefined,
    () => 0,
  ),
): Result<EngineOutput, readonly InputFault[]> {
  stages.begin('reading the input');
  const hash = inputHash(input, versions);
  const context = contextOf(input.context);
  const scores = new PairScores(input.mentees, input.mentors, context);
  const share = (done: number): void => {
    stages.share(done);
  };
  stages.begin('scoring pairs');
  scores.fill(share);
  stages.begin('finding the best pairs');
  const problem = problemOf(input, scores);
  const solved = solve(problem, { onProgress: share });
  if (!solved.ok) return fail(inputFaults(solved.error, input, context));
  stages.begin('checking the proof');
  const findings = verify(problem, solved.value);
  if (findings.length > 0) throw new MatchProofError(findings.map(({ message }) => message));
  stages.begin('explaining');
  const scale = strengthScale(scores.bestScores(), input.mentors.length);
  return ok({
    inputHash: hash,
    pairs: foundPairs(solved.value, input, context, scale),
    diagnosis: diagnose(problem, solved.value, (mentee, mentor) => rulesOf(input, context, mentee, mentor)),
    summary: {
      ...withoutLoads(quality(problem, solved.value)),
      mentees: input.mentees.length,
      mentors: input.mentors.length,
      feasiblePairs: scores.feasiblePairs(),
      strengthScale: scale,
      versions,
      verified: true,
      certificate: withoutLists(solved.value.certificate),
    },
    certificate: solved.value.certificate,
  });
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
