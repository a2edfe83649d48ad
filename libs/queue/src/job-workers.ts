import { setTimeout as sleep } from 'node:timers/promises';
import type { JobContract, QueueName } from '#contracts';
import type { QueueConnections } from './connection.js';
import { checkPayload } from './payload.js';

/** BullMQ may never finish closing while its connection is lost; what is under way stays owed. */
const CLOSE_PATIENCE_MS = 10_000;

/** Handles one kind of job. */
export interface JobHandler<P extends object = object> {
  readonly job: JobContract<P>;
  /** @param signal aborts when the worker shuts down */
  handle(payload: P, signal: AbortSignal): Promise<void>;
}

/** How many jobs of a queue one process handles at the same time. */
export type Concurrency = Readonly<Record<QueueName, number>>;

/**
 * Checks that each job has exactly one handler.
 *
 * @throws Error that names the jobs without a handler, or with two
 */
export function handlersByJob(
  jobs: readonly JobContract[],
  handlers: readonly JobHandler[],
): ReadonlyMap<string, JobHandler> {
  const byJob = new Map<string, JobHandler>();
  const problems: string[] = [];
  for (const handler of handlers) {
    if (byJob.has(handler.job.name)) problems.push(`${handler.job.name} has two handlers`);
    byJob.set(handler.job.name, handler);
  }
  for (const job of jobs) if (!byJob.has(job.name)) problems.push(`${job.name} has no handler`);
  if (problems.length > 0) throw new Error(problems.join('; '));
  return byJob;
}

/** Listens on every queue that has a handler, until closed. */
export class JobWorkers {
  private workers: { close(): Promise<void> }[] = [];
  private readonly stopping = new AbortController();

  constructor(
    private readonly connections: QueueConnections,
    private readonly concurrency: Concurrency,
    private readonly onFailure: (job: string, error: unknown) => void,
  ) {}

  start(handlers: ReadonlyMap<string, JobHandler>): void {
    const queues = new Set([...handlers.values()].map((handler) => handler.job.queue));
    this.workers = [...queues].map((queue) =>
      this.connections.openWorker(queue, this.concurrency[queue], (name, data) =>
        this.process(handlers, name, data),
      ),
    );
  }

  /** Stops taking jobs, tells long ones to hand back, and waits some seconds for those under way. */
  async close(): Promise<void> {
    this.stopping.abort();
    const closed = Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.race([closed, sleep(CLOSE_PATIENCE_MS, undefined, { ref: false })]);
  }

  private async process(
    handlers: ReadonlyMap<string, JobHandler>,
    name: string,
    data: unknown,
  ): Promise<void> {
    const handler = handlers.get(name);
    // A job that outlived its code: its event stays owed and visible, so nothing is lost by dropping the ring.
    if (handler === undefined) {
      this.onFailure(name, new Error('no handler knows this job'));
      return;
    }
    try {
      await handler.handle(checkPayload(handler.job, data), this.stopping.signal);
    } catch (error) {
      this.onFailure(name, error);
      throw error;
    }
  }
}
