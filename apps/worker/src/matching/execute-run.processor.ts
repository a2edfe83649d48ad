import { executeRun, type OwedEvent } from '#contracts';
import { type ClaimedRun, LoadSnapshot, RunClaims, type Snapshot } from '#matching';
import { LOGGER, type Logger } from '#observability';
import { OwedEvents } from '#outbox';
import { Inject, Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';
import { FaultWords } from './fault-words.js';
import { MatchThread, type ThreadOutcome } from './match-thread.js';

/** The bell rings again this soon after a shutdown handed a run back. */
const HAND_BACK_SECONDS = 2;
/** How soon somebody looks again after a run that another worker has. */
const LOOK_AGAIN_SECONDS = 5;
const BEAT_MS = 1_000;
const OUR_FAULT =
  'Something went wrong on our side. Start the run again; if it stays, tell the operator the id of this run.';

/** What a beat found out while the thread was working. */
type Ending = ThreadOutcome | { readonly kind: 'cancel' | 'lost' | 'shutdown' };

/**
 * Computes a match run. A claim with a lease in the database says who does it: a second worker leaves it alone, and one
 * that dies is followed by another that begins anew. Result and mark are written in one transaction.
 */
@Injectable()
export class ExecuteRunProcessor extends EventProcessor {
  override readonly job = executeRun;

  constructor(
    owed: OwedEvents,
    private readonly claims: RunClaims,
    private readonly snapshots: LoadSnapshot,
    private readonly words: FaultWords,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super(owed);
  }

  protected override async process(event: OwedEvent, signal: AbortSignal): Promise<void> {
    const claim = await this.claims.claim(event.subjectId);
    if (claim === 'taken') {
      // The other worker may have died: the doubling pause of the bell would add to the lease.
      await this.owed.ringSoon(event.id, LOOK_AGAIN_SECONDS);
      return;
    }
    if (claim === 'over') {
      await this.owed.once(event, this.job.name, () => this.effect());
      return;
    }
    await this.compute(event, claim, signal);
  }

  /** Nothing is left to do. */
  protected override effect(): Promise<void> {
    return Promise.resolve();
  }

  private async compute(event: OwedEvent, run: ClaimedRun, signal: AbortSignal): Promise<void> {
    try {
      if ((await this.claims.beat(run, 1, 'reading the profiles')) === 'cancel') {
        await this.finish(event, () => this.claims.cancel(run));
        return;
      }
      const snapshot = await this.snapshots.execute(run);
      const ending = await this.follow(run, snapshot, signal);
      await this.conclude(event, run, snapshot, ending);
    } catch (error) {
      if (error instanceof ClaimLostError) return;
      this.logger.error({ err: error, runId: run.id }, 'a match run failed');
      await this.finish(event, () => this.claims.fail(run, OUR_FAULT));
    }
  }

  /** Lets the thread work, and each second tells the database how far it is and asks whether to go on. */
  private async follow(run: ClaimedRun, { input }: Snapshot, signal: AbortSignal): Promise<Ending> {
    if (signal.aborted) return { kind: 'shutdown' };
    const thread = new MatchThread(input);
    let timer: NodeJS.Timeout | undefined;
    const interrupted = new Promise<Ending>((resolve) => {
      signal.addEventListener(
        'abort',
        () => {
          resolve({ kind: 'shutdown' });
        },
        { once: true },
      );
      const beat = async (): Promise<void> => {
        try {
          const order = await this.claims.beat(run, thread.progress, thread.stage);
          if (order !== 'go-on') resolve({ kind: order });
        } catch (error) {
          // The lease outlives a short absence of the database; a longer one shows itself when the result is written.
          this.logger.warn({ err: error, runId: run.id }, 'a sign of life could not be written');
        }
        timer = setTimeout(() => void beat(), BEAT_MS);
      };
      timer = setTimeout(() => void beat(), BEAT_MS / 4);
    });
    try {
      return await Promise.race([thread.outcome, interrupted]);
    } finally {
      clearTimeout(timer);
      await thread.stop();
    }
  }

  private async conclude(
    event: OwedEvent,
    run: ClaimedRun,
    snapshot: Snapshot,
    ending: Ending,
  ): Promise<void> {
    switch (ending.kind) {
      case 'done':
        await this.finish(event, () => this.claims.succeed(run, ending.output, snapshot.leftAside));
        return;
      case 'refused': {
        const why = this.words.describe(ending.faults, snapshot.input);
        await this.finish(event, () => this.claims.fail(run, why));
        return;
      }
      case 'cancel':
        await this.finish(event, () => this.claims.cancel(run));
        return;
      case 'lost':
        return;
      case 'shutdown':
        await this.claims.handBack(run);
        await this.owed.ringSoon(event.id, HAND_BACK_SECONDS);
        return;
      case 'stopped':
        throw new Error('The thread ended without a result.');
    }
  }

  /** Ends the run and the event together; whoever lost the claim leaves the event to the one who has it. */
  private async finish(event: OwedEvent, end: () => Promise<boolean>): Promise<void> {
    await this.owed.once(event, this.job.name, async () => {
      if (!(await end())) throw new ClaimLostError();
    });
  }
}

/** Another worker took the run over while this one was silent. */
class ClaimLostError extends Error {
  constructor() {
    super('Another worker has this run.');
    this.name = 'ClaimLostError';
  }
}
