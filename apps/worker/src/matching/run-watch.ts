import type { ClaimedRun, RunClaims, RunOrder } from '#matching';

/** Why work on a run stopped before its end. */
export type Interruption = Exclude<RunOrder, 'go-on'> | 'shutdown';

/** Thrown where work was waiting. */
export class RunInterrupted extends Error {
  constructor(readonly why: Interruption) {
    super(`The run was interrupted: ${why}`);
    this.name = 'RunInterrupted';
  }
}

/** How often the database is asked whether to go on; a cancelled run has to stop within a second. */
const ASK_MS = 250;
/** Each so many questions a sign of life with the progress is written, and when another stage begins. */
const ASKS_FOR_A_BEAT = 4;

/** Looks after a run while it is worked on: signs of life, its progress, and whether somebody wants it to stop. */
export class RunWatch {
  percent = 1;
  stage = 'reading the profiles';
  private asked = 0;
  private toldStage = '';
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly interruption = new AbortController();
  private why: Interruption | null = null;

  constructor(
    private readonly run: ClaimedRun,
    private readonly claims: RunClaims,
    private readonly shutdown: AbortSignal,
    private readonly onError: (error: unknown) => void,
  ) {
    if (shutdown.aborted) this.onShutdown();
    else shutdown.addEventListener('abort', this.onShutdown, { once: true });
    void this.ask();
  }

  /** Aborts when the run has to stop. */
  get signal(): AbortSignal {
    return this.interruption.signal;
  }

  /** Why it has to stop; null while it may go on. */
  get interrupted(): Interruption | null {
    return this.why;
  }

  /** Waits for work, and no longer than until the run has to stop. @throws RunInterrupted */
  async during<T>(work: Promise<T>): Promise<T> {
    // Work that nobody waits for any more must not bring the process down when it fails.
    work.catch(() => undefined);
    return Promise.race([work, this.stopped()]);
  }

  /** No more questions. */
  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.shutdown.removeEventListener('abort', this.onShutdown);
  }

  private readonly onShutdown = (): void => {
    this.interrupt('shutdown');
  };

  private stopped(): Promise<never> {
    return new Promise((_resolve, reject) => {
      const stop = (): void => {
        reject(new RunInterrupted(this.why ?? 'lost'));
      };
      if (this.signal.aborted) stop();
      else this.signal.addEventListener('abort', stop, { once: true });
    });
  }

  private async ask(): Promise<void> {
    try {
      const due = this.asked % ASKS_FOR_A_BEAT === 0 || this.stage !== this.toldStage;
      this.toldStage = this.stage;
      const order = due
        ? await this.claims.beat(this.run, this.percent, this.stage)
        : await this.claims.order(this.run);
      if (order !== 'go-on') this.interrupt(order);
    } catch (error) {
      // The lease outlives a short absence of the database; a longer one shows itself when the result is written.
      this.onError(error);
    }
    this.asked += 1;
    if (!this.closed && this.why === null) this.timer = setTimeout(() => void this.ask(), ASK_MS);
  }

  private interrupt(why: Interruption): void {
    if (this.why !== null || this.closed) return;
    this.why = why;
    this.interruption.abort();
  }
}
