import { TAXONOMY_VERSION } from '#skills';
import type { EngineInput, TableVersions } from './engine-input.js';
import type { EngineAnswer, EngineOutcome } from './engine-report.js';
import { inThread } from './in-thread.js';
import type { OnProgress } from './stages.js';

/** How a computation is run. */
export interface EngineOptions {
  /** Threads that score, 1 or 2; the second is started for large cohorts alone. Default 1. */
  readonly threads?: number;
  /** Most memory for it, in MB. Default 1,024. */
  readonly memoryMb?: number;
  readonly onProgress?: OnProgress;
  /** Ends it at once, whatever it does. */
  readonly signal?: AbortSignal;
}

const DEFAULT_MEMORY_MB = 1_024;
/** Below so many pairs a second thread costs more than it saves. */
const PAIRS_FOR_TWO = 4_000_000;

/** Versions of the tables that this process computes with. */
export function tableVersions(): TableVersions {
  return { taxonomy: TAXONOMY_VERSION, zoneData: process.versions['tz'] ?? 'unknown' };
}

/**
 * From profiles to a certified, verified, diagnosed and explained result, in threads of its own: the caller's goes on.
 * The result is the same with one thread and with two.
 *
 * @returns how it ended; rejects when the computation itself is at fault, as with a result that fails its own proof
 */
export async function runEngine(input: EngineInput, options: EngineOptions = {}): Promise<EngineOutcome> {
  const { threads = 1, memoryMb = DEFAULT_MEMORY_MB, onProgress, signal } = options;
  const second = threads > 1 && input.mentees.length * input.mentors.length > PAIRS_FOR_TWO;
  const data = { versions: tableVersions() };
  const texts: string[] = [];
  const onBatch = (index: number, text: string): void => void (texts[index] = text);
  const end = await inThread<EngineAnswer>('engine', input, data, {
    ...{ memoryMb, second, onProgress, onBatch, signal },
  });
  if (end.kind !== 'answer') return end;
  return end.answer.kind === 'done' ? withPairs(end.answer, texts) : end.answer;
}

/** An answer with the texts of its pairs, which the thread sent before it. */
function withPairs(answer: Extract<EngineAnswer, { kind: 'done' }>, texts: readonly string[]): EngineAnswer {
  const { report } = answer;
  return { ...answer, report: { ...report, pairs: { ...report.pairs, texts } } };
}
