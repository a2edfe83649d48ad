import { Worker } from 'node:worker_threads';
import type { InputFault, MatchInput, MatchOutput } from '#matching';
import type { ThreadMessage } from './thread-message.js';

/** How a computation ended. */
export type ThreadOutcome =
  | { readonly kind: 'done'; readonly output: MatchOutput }
  | { readonly kind: 'refused'; readonly faults: readonly InputFault[] }
  | { readonly kind: 'stopped' };

/** More memory than the largest programs need; a run-away computation must not take the worker with it. */
const MEMORY_MB = 2_048;

/** The compiled thread; where the sources themselves run (tests), the build beside them has it. */
function threadFile(): URL {
  const own = import.meta.url;
  if (!own.endsWith('.ts')) return new URL('./match.thread.js', own);
  return new URL('../../../../dist/apps/worker/src/matching/match.thread.js', own);
}

/** One computation in a thread of its own, so that mails and heartbeats go on while it works. */
export class MatchThread {
  /** How it ends; rejects when the thread fails. */
  readonly outcome: Promise<ThreadOutcome>;
  private percent = 0;
  private doing = 'preparing';
  private readonly thread: Worker;

  constructor(input: MatchInput) {
    this.thread = new Worker(threadFile(), {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    this.outcome = new Promise((resolve, reject) => {
      this.thread.on('message', (message: ThreadMessage) => {
        if (message.kind === 'progress') {
          this.percent = message.percent;
          this.doing = message.stage;
        } else resolve(message);
      });
      this.thread.once('error', reject);
      this.thread.once('exit', () => {
        resolve({ kind: 'stopped' });
      });
    });
    // Whoever stopped waiting must not be hit by a failure that comes afterwards.
    this.outcome.catch(() => undefined);
  }

  /** Per cent, as told last. */
  get progress(): number {
    return this.percent;
  }

  /** What it does, in words. */
  get stage(): string {
    return this.doing;
  }

  /** Ends it at once, whatever it does. */
  async stop(): Promise<void> {
    await this.thread.terminate();
  }
}
