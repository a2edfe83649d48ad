import { setTimeout as sleep } from 'node:timers/promises';

type Close = () => unknown;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const STEP_SECONDS = 5;
const CLOSE_SECONDS = 15;

/** Somebody asked us to stop while we were starting. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/**
 * Stops what was started, last in, first out, when a signal asks for it; a second signal ends the process at once.
 */
export class Shutdown {
  private readonly controller = new AbortController();
  private readonly closers: { name: string; close: Close }[] = [];
  private readonly asked: Promise<void>;
  private lostWith: Error | undefined;

  /** @param say where progress goes */
  constructor(private readonly say: (line: string) => void) {
    this.asked = new Promise((resolve) => {
      this.signal.addEventListener('abort', () => {
        resolve();
      });
    });
    for (const signal of SIGNALS) process.on(signal, this.onSignal);
  }

  /** Aborted as soon as somebody asks us to stop. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Resolves when somebody asks us to stop. */
  requested(): Promise<void> {
    return this.asked;
  }

  /** The reason when it was not a signal that asked us to stop. */
  get failure(): Error | undefined {
    return this.lostWith;
  }

  /** Hears that something which should run has ended, and stops the rest. */
  lost(name: string): (error: Error) => void {
    return (error) => {
      this.lostWith ??= error;
      this.say(`${name} has ended unexpectedly: ${error.message}`);
      this.controller.abort(new StoppedError(error.message));
    };
  }

  /** Remembers how to stop something that has been started. */
  add(name: string, close: Close): void {
    this.closers.push({ name, close });
  }

  /**
   * Waits for a step of the start-up. Asked to stop meanwhile, it lets the step come to its end for a few seconds.
   *
   * @throws StoppedError when asked to stop
   */
  async during<T>(work: Promise<T>): Promise<T> {
    const stopped = this.asked.then(() => sleep(STEP_SECONDS * 1000, undefined, { ref: false }));
    try {
      const result = await Promise.race([work, stopped.then(() => Promise.reject(new StoppedError()))]);
      if (!this.signal.aborted) return result;
    } catch (error) {
      if (!this.signal.aborted) throw error;
    }
    work.catch(() => undefined);
    throw new StoppedError();
  }

  /** Stops everything, the last started first. What does not end in time is left behind. */
  async close(): Promise<void> {
    for (const { name, close } of this.closers.splice(0).reverse()) {
      try {
        const late = sleep(CLOSE_SECONDS * 1000, 'late' as const, { ref: false });
        if ((await Promise.race([Promise.resolve(close()), late])) === 'late')
          this.say(`${name} takes too long to stop.`);
      } catch (error) {
        this.say(`${name} did not stop cleanly: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    for (const signal of SIGNALS) process.removeListener(signal, this.onSignal);
  }

  private readonly onSignal = (): void => {
    if (this.signal.aborted) {
      this.say('Stopping at once.');
      process.exit(130);
    }
    this.say('Stopping … (once more stops at once)');
    this.controller.abort(new StoppedError('Asked to stop.'));
  };
}
