import {
  resultOfPairs,
  type AssignedPair,
  type Certificate,
  type PairOfIds,
  type WhyNot,
  whyNot,
} from '#assignment';
import { contextOf } from '#scoring';
import type { EngineInput, TableVersions } from './engine-input.js';
import { inputHash } from './input-hash.js';
import { MemoryBudget } from './memory-budget.js';
import { plainProblemOf } from './problem-of.js';
import { packInput, scoredProblem } from './score-source.js';

/** A pair that was not made, and the result in which it is missing. */
export interface WhyNotQuestion {
  readonly pair: PairOfIds;
  /** Hash of the input from which the result was computed. */
  readonly inputHash: string;
  readonly pairs: readonly AssignedPair[];
  readonly certificate: Certificate;
}

/** What it would take to make the pair. */
export type WhyNotAnswer =
  | { readonly kind: 'answered'; readonly answer: WhyNot }
  /** The people or the settings are not the ones that the result was computed from. */
  | { readonly kind: 'changed' }
  /** The input can't be computed with any more. */
  | { readonly kind: 'refused' };

/** Answers a question about a pair, exactly; in the thread of the caller. @throws OutOfMemoryError */
export function computeWhyNot(
  input: EngineInput,
  versions: TableVersions,
  question: WhyNotQuestion,
  memoryMb = Infinity,
): WhyNotAnswer {
  if (inputHash(input, versions) !== question.inputHash) return { kind: 'changed' };
  const context = contextOf(input.context);
  const packed = packInput(input, context, new MemoryBudget(memoryMb));
  const problem = scoredProblem(plainProblemOf(input, packed), packed);
  const result = { ...resultOfPairs(problem, question.pairs), certificate: question.certificate };
  const answer = whyNot(problem, result, question.pair);
  return answer.ok ? { kind: 'answered', answer: answer.value } : { kind: 'refused' };
}
