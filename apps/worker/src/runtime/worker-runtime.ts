import { MatchRunsConfig, QueueConfig } from '#config';
import { LOGGER, type Logger } from '#observability';
import { SendDueWaves } from '#programs';
import { handlersByJob, type JobHandler, JobWorkers, QueueConnections } from '#queue';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DeliveryRelay } from '../relay/delivery-relay.js';
import { EventRelay } from '../relay/event-relay.js';
import { PollLoop } from '../relay/poll-loop.js';
import { PurgeOldRows } from '../schedules/purge-old-rows.js';
import { handledJobs, JOB_HANDLERS } from './job-handlers.js';

/** How often old rows are looked for. */
const PURGE_MS = 3_600_000;

/** Starts listening and ringing, and on shutdown stops ringing first, then finishes the jobs under way. */
@Injectable()
export class WorkerRuntime implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loops: PollLoop[];
  private readonly workers: JobWorkers;

  constructor(
    @Inject(JOB_HANDLERS) private readonly handlers: readonly JobHandler[],
    @Inject(LOGGER) private readonly logger: Logger,
    connections: QueueConnections,
    config: QueueConfig,
    matching: MatchRunsConfig,
    events: EventRelay,
    deliveries: DeliveryRelay,
    oldRows: PurgeOldRows,
    waves: SendDueWaves,
  ) {
    this.workers = new JobWorkers(
      connections,
      { events: 8, mail: config.mailConcurrency, matching: matching.concurrency, imports: 1 },
      (job, error) => {
        logger.error({ err: error, job }, 'a job failed; it stays owed');
      },
    );
    this.loops = [
      this.loop('events', config.pollMs, () => events.ringDue()),
      this.loop('deliveries', config.pollMs, () => deliveries.ringDue()),
      this.loop('waves of invitations', config.pollMs, () => waves.execute()),
      this.loop('old rows', PURGE_MS, () => oldRows.purge()),
    ];
  }

  onApplicationBootstrap(): void {
    this.workers.start(handlersByJob(handledJobs, this.handlers));
    for (const loop of this.loops) loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.workers.close();
  }

  private loop(name: string, pauseMs: number, step: () => Promise<boolean>): PollLoop {
    return new PollLoop(step, pauseMs, (error) => {
      this.logger.warn({ err: error, loop: name }, 'a round failed; the next one tries again');
    });
  }
}
