import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { MatchRunsConfig } from '#config';
import { executeRun, type OwedEvent } from '#contracts';
import { isDatabaseAway } from '#database';
import { type EngineOutcome, fromBatches, runEngine } from '#engine';
import {
  type ClaimedRun,
  LoadSnapshot,
  type MatchInput,
  RunClaims,
  type Snapshot,
  withoutUnplaced,
} from '#matching';
import { LOGGER, type Logger } from '#observability';
import { OwedEvents } from '#outbox';
import { Inject, Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';
import { FaultWords } from './fault-words.js';
import { type Interruption, RunInterrupted, RunWatch } from './run-watch.js';

/** The bell rings again this soon after a shutdown handed a run back. */
const HAND_BACK_SECONDS = 2;
/** How soon somebody looks again after a run that another worker has. */
const LOOK_AGAIN_SECONDS = 5;
/** Per cent of a run at which the computation begins and ends; before it the profiles are read, after it it is written. */
const MATCH_FROM = 5;
const MATCH_TO = 92;
/** A result that took minutes is not thrown away because the database is being restarted. */
const END_ATTEMPTS = 60;
const END_PAUSE_MS = 1_000;
const OUR_FAULT =
  'Something went wrong on our side. Start the run again; if it stays, tell the operator the id of this run.';

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
    private readonly config: MatchRunsConfig,
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
    const watch = new RunWatch(run, this.claims, signal, (error) => {
      this.logger.warn({ err: error, runId: run.id }, 'a sign of life could not be written');
    });
    try {
      const { snapshot, outcome } = await this.computeSettled(run, watch);
      await this.conclude(event, run, snapshot, outcome, watch);
    } catch (error) {
      if (error instanceof RunInterrupted) {
        await this.giveUp(event, run, error.why);
        return;
      }
      // What is owed stays owed: once the database is back, the run is begun anew.
      if (isDatabaseAway(error)) throw error;
      this.logger.error({ err: error, runId: run.id }, 'a match run failed');
      await this.end(event, () => this.claims.fail(run, OUR_FAULT));
    } finally {
      watch.close();
    }
  }

  /** A re-match is computed anew without those who were freed and found nobody: they keep their places. */
  private async computeSettled(
    run: ClaimedRun,
    watch: RunWatch,
  ): Promise<{ snapshot: Snapshot; outcome: EngineOutcome }> {
    for (let parameters = run.parameters; ;) {
      const snapshot = await watch.during(this.snapshots.execute({ ...run, parameters }));
      const outcome = await watch.during(this.match(snapshot.input, watch));
      if (outcome.kind !== 'done' || parameters.rematch === undefined) return { snapshot, outcome };
      const placed = new Set(fromBatches(outcome.report.pairs).map(({ menteeId }) => menteeId));
      const anew = withoutUnplaced(parameters, placed);
      if (anew === null) return { snapshot, outcome };
      parameters = anew;
    }
  }

  private async match(input: MatchInput, watch: RunWatch): Promise<EngineOutcome> {
    const { threads, memoryMb } = this.config;
    return runEngine(input, {
      threads: Math.min(threads, availableParallelism()),
      memoryMb,
      signal: watch.signal,
      onProgress: (percent, stage) => {
        watch.percent = MATCH_FROM + ((MATCH_TO - MATCH_FROM) * percent) / 100;
        watch.stage = stage;
      },
    });
  }

  private async conclude(
    event: OwedEvent,
    run: ClaimedRun,
    snapshot: Snapshot,
    outcome: EngineOutcome,
    watch: RunWatch,
  ): Promise<void> {
    switch (outcome.kind) {
      case 'done': {
        watch.percent = MATCH_TO;
        watch.stage = 'writing the result';
        this.logger.info({ runId: run.id, times: outcome.times }, 'a match run was computed');
        const won = await this.end(event, () => this.claims.succeed(run, outcome.report, snapshot.leftAside));
        if (!won && (await this.claims.order(run)) === 'cancel') await this.giveUp(event, run, 'cancel');
        return;
      }
      case 'refused': {
        const why = this.words.describe(outcome.faults, snapshot.input);
        await this.end(event, () => this.claims.fail(run, why));
        return;
      }
      case 'out-of-memory':
        await this.end(event, () => this.claims.fail(run, this.words.outOfMemory(outcome.memoryMb)));
        return;
      case 'cancelled':
        await this.giveUp(event, run, watch.interrupted ?? 'lost');
        return;
    }
  }

  private async giveUp(event: OwedEvent, run: ClaimedRun, why: Interruption): Promise<void> {
    switch (why) {
      case 'cancel':
        await this.end(event, () => this.claims.cancel(run));
        return;
      case 'shutdown':
        await this.claims.handBack(run);
        await this.owed.ringSoon(event.id, HAND_BACK_SECONDS);
        return;
      case 'lost':
        return;
    }
  }

  /**
   * Ends the run and the event together, or neither.
   *
   * @returns false when the claim was lost, whose new owner has the event too, or the run was cancelled at the last moment
   */
  private async end(event: OwedEvent, end: () => Promise<boolean>): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.owed.once(event, this.job.name, async () => {
          if (!(await end())) throw new NotEndedError();
        });
        return true;
      } catch (error) {
        if (error instanceof NotEndedError) return false;
        if (!isDatabaseAway(error) || attempt >= END_ATTEMPTS) throw error;
        await sleep(END_PAUSE_MS);
      }
    }
  }
}

/** Undoes what was written for an end that did not come. */
class NotEndedError extends Error {
  constructor() {
    super('The run has another end.');
    this.name = 'NotEndedError';
  }
}
