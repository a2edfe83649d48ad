import type { WhyNotAnswer, WhyNotQuestion } from './compute-why-not.js';
import type { EngineInput } from './engine-input.js';
import { inThread, type ThreadEnd } from './in-thread.js';
import { tableVersions } from './run-engine.js';

/** How a question is answered. */
export interface WhyNotOptions {
  /** Most memory for it, in MB. Default 512. */
  readonly memoryMb?: number;
  /** Gives up. */
  readonly signal?: AbortSignal;
}

const DEFAULT_MEMORY_MB = 512;

/** How a question ended. */
export type WhyNotOutcome = WhyNotAnswer | Exclude<ThreadEnd<never>, { readonly kind: 'answer' }>;

/** What making one pair would cost the others, exactly, in a thread of its own. */
export async function askWhyNot(
  input: EngineInput,
  question: WhyNotQuestion,
  { memoryMb = DEFAULT_MEMORY_MB, signal }: WhyNotOptions = {},
): Promise<WhyNotOutcome> {
  const data = { versions: tableVersions(), question };
  const end = await inThread<WhyNotAnswer>('why-not', input, data, { memoryMb, signal });
  return end.kind === 'answer' ? end.answer : end;
}
