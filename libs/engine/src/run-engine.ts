import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { TAXONOMY_VERSION } from '#skills';
import type { EngineInput, TableVersions } from './engine-input.js';
import type { EngineOutcome } from './engine-report.js';
import type { OnProgress } from './stages.js';
import type { ThreadData, ThreadMessage, ThreadOrder } from './thread-message.js';

/** How a computation is run. */
export interface EngineOptions {
  /** Threads that score; one more is of use from some million pairs on. Default 1. */
  readonly threads?: number;
  /** Most memory for it, in MB. Default 1,024. */
  readonly memoryMb?: number;
  readonly onProgress?: OnProgress;
  /** Ends it at once, whatever it does. */
  readonly signal?: AbortSignal;
}

/** People copied at a time. */
const PORTION = 250;

/** Versions of the tables that this process computes with. */
export function tableVersions(): TableVersions {
  return { taxonomy: TAXONOMY_VERSION, zoneData: process.versions['tz'] ?? 'unknown' };
}

/** The compiled thread; where the sources themselves run (tests), the build beside them has it. */
function threadFile(): URL {
  const own = import.meta.url;
  if (!own.endsWith('.ts')) return new URL('./engine.thread.js', own);
  return new URL('../../../dist/libs/engine/src/engine.thread.js', own);
}

/**
 * From profiles to a certified, verified, diagnosed and explained result, in threads of its own: the caller's goes on.
 *
 * @returns how it ended; rejects when the computation itself is at fault, as with a result that fails its own proof
 */
export async function runEngine(input: EngineInput, options: EngineOptions = {}): Promise<EngineOutcome> {
  const { threads = 1, memoryMb = 1_024, onProgress, signal } = options;
  if (signal?.aborted === true) return { kind: 'cancelled' };
  const { context, locks, forbidden, parameters } = input;
  const rest = { context, locks, forbidden, parameters };
  const data: ThreadData = { input: rest, versions: tableVersions(), threads, memoryMb };
  const thread = new Worker(threadFile(), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const stop = new Promise<EngineOutcome>((resolve) => {
    signal?.addEventListener(
      'abort',
      () => {
        resolve({ kind: 'cancelled' });
      },
      { once: true },
    );
  });
  const outcome = new Promise<EngineOutcome>((resolve, reject) => {
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') onProgress?.(message.percent, message.stage);
      else resolve(message.outcome);
    });
    thread.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ kind: 'out-of-memory', memoryMb });
      else reject(error);
    });
    thread.once('exit', () => {
      reject(new Error('The thread ended without a result.'));
    });
  });
  // Whoever stopped waiting must not be hit by a failure that comes afterwards.
  outcome.catch(() => undefined);
  try {
    await sendPeople(thread, input);
    return await Promise.race([outcome, stop]);
  } finally {
    await thread.terminate();
  }
}

/** Copies the people into the thread, and lets the process answer others between two portions. */
async function sendPeople(thread: Worker, { mentees, mentors }: EngineInput): Promise<void> {
  const send = (order: ThreadOrder): void => {
    thread.postMessage(order);
  };
  for (let at = 0; at < Math.max(mentees.length, mentors.length); at += PORTION) {
    send({
      kind: 'people',
      mentees: mentees.slice(at, at + PORTION),
      mentors: mentors.slice(at, at + PORTION),
    });
    await nextTurn();
  }
  send({ kind: 'begin' });
}
