import { setImmediate as nextTurn } from 'node:timers/promises';
import { MessageChannel, type Transferable, Worker } from 'node:worker_threads';
import { COUNTERS } from './crew-message.js';
import type { EngineInput } from './engine-input.js';
import { toBytes } from './stored-people.js';
import type { SecondThreadData, ThreadMessage, ThreadOrder } from './thread-message.js';

/** People written at a time: writing thousands at once would hold the sender up. */
const PORTION = 250;
/** Part of the memory that the heap of a second thread may take; it holds no profiles. */
const SECOND_SHARE = 0.25;

/** How work in a thread is bounded and followed. */
export interface ThreadOptions {
  /** Most memory, in MB; buffers outside of the heap are counted by the work itself. */
  readonly memoryMb: number;
  /** Whether a second thread takes parts of the work. */
  readonly second?: boolean;
  readonly onProgress?: ((percent: number, stage: string) => void) | undefined;
  /** Gets what is found part by part. */
  readonly onBatch?: (index: number, text: string) => void;
  /** Ends it at once, whatever it does. */
  readonly signal?: AbortSignal | undefined;
}

/** How work in a thread ended. */
export type ThreadEnd<A> =
  | { readonly kind: 'answer'; readonly answer: A }
  | { readonly kind: 'out-of-memory'; readonly memoryMb: number }
  | { readonly kind: 'cancelled' };

/** The names of compiled threads of this library. */
type ThreadName = 'engine' | 'second' | 'why-not';

/** Where a compiled thread is; where the sources themselves run (tests), the build beside them has it. */
function fileOf(name: ThreadName): URL {
  const own = import.meta.url;
  if (!own.endsWith('.ts')) return new URL(`./${name}.thread.js`, own);
  return new URL(`../../../dist/libs/engine/src/${name}.thread.js`, own);
}

/**
 * Runs work about an input in a thread and waits for its answer. The threads are ended in any case.
 *
 * @param data what the thread is told beside the people
 * @returns how it ended; rejects when the work itself is at fault
 */
export async function inThread<A>(
  name: ThreadName,
  input: EngineInput,
  data: object,
  options: ThreadOptions,
): Promise<ThreadEnd<A>> {
  const { memoryMb, signal } = options;
  if (signal?.aborted === true) return { kind: 'cancelled' };
  const threads = startThreads(name, input, data, options);
  const end = new Promise<ThreadEnd<A>>((resolve, reject) => {
    signal?.addEventListener(
      'abort',
      () => {
        resolve({ kind: 'cancelled' });
      },
      { once: true },
    );
    for (const thread of threads) {
      thread.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ kind: 'out-of-memory', memoryMb });
        else reject(error);
      });
      thread.once('exit', () => {
        reject(new Error('A thread ended without an answer.'));
      });
    }
    const hear = listener<A>(options, resolve);
    for (const thread of threads) thread.on('message', hear);
  });
  // Whoever stopped waiting must not be hit by a failure that comes afterwards.
  end.catch(() => undefined);
  try {
    await sendPeople(threads, input, signal);
    return await end;
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** Hears what the threads say; the end is known once the answer and all of its batches are there, whichever is last. */
function listener<A>(
  { onProgress, onBatch }: ThreadOptions,
  end: (found: ThreadEnd<A>) => void,
): (message: ThreadMessage<A>) => void {
  let batches = 0;
  let answer: Extract<ThreadMessage<A>, { kind: 'answer' }> | null = null;
  return (message) => {
    if (message.kind === 'progress') onProgress?.(message.percent, message.stage);
    else if (message.kind === 'out-of-memory') end(message);
    else if (message.kind === 'answer') answer = message;
    else {
      onBatch?.(message.index, message.text);
      batches += 1;
    }
    if (answer?.batches === batches) end(answer);
  };
}

function startThreads(
  name: ThreadName,
  { context, locks, forbidden, published, parameters }: EngineInput,
  data: object,
  { memoryMb, second = false }: ThreadOptions,
): readonly [Worker, ...Worker[]] {
  const settings = { context, locks, forbidden, parameters };
  const plain = published === undefined ? settings : { ...settings, published };
  const rest = { ...data, input: plain, memoryMb };
  const start = (file: URL, workerData: object, heapMb: number, transferList: Transferable[]): Worker =>
    new Worker(file, {
      workerData,
      transferList,
      resourceLimits: { maxOldGenerationSizeMb: Math.ceil(heapMb) },
    });
  if (!second) return [start(fileOf(name), { ...rest, second: null }, memoryMb, [])];
  const counters = new Int32Array(new SharedArrayBuffer(COUNTERS * Int32Array.BYTES_PER_ELEMENT));
  const { port1, port2 } = new MessageChannel();
  const forFirst: SecondThreadData = { port: port1, counters };
  const forSecond: SecondThreadData = { port: port2, counters };
  return [
    start(fileOf(name), { ...rest, second: forFirst }, memoryMb * (1 - SECOND_SHARE), [port1]),
    start(fileOf('second'), forSecond, memoryMb * SECOND_SHARE, [port2]),
  ];
}

/** Hands the people to the threads, and lets the process answer others between two portions. */
async function sendPeople(
  threads: readonly Worker[],
  { mentees, mentors }: EngineInput,
  signal: AbortSignal | undefined,
): Promise<void> {
  const send = (order: ThreadOrder): void => {
    for (const thread of threads) thread.postMessage(order);
  };
  for (let at = 0; at < Math.max(mentees.length, mentors.length); at += PORTION) {
    if (signal?.aborted === true) return;
    const to = at + PORTION;
    send({
      kind: 'people',
      mentees: toBytes(mentees.slice(at, to)),
      mentors: toBytes(mentors.slice(at, to)),
    });
    await nextTurn();
  }
  send({ kind: 'begin' });
}
