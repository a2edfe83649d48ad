import type { DatabaseConfig, QueueConfig } from '#config';
import {
  type ConnectionOptions,
  createPostgresBackend,
  type PostgresConnectionOptions,
  Queue,
  type QueueOptions,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import { redisAdvice } from './redis-advice.js';

/** PostgreSQL schema of BullMQ's own tables. */
export const QUEUE_SCHEMA = 'bullmq';

/** A handler of raw jobs. */
export type RawProcessor = (name: string, data: unknown, signal: AbortSignal) => Promise<void>;

/** A job on its way into a queue. */
export interface NewJob {
  readonly name: string;
  readonly data: object;
  readonly jobId: string;
  /** Goes before all that is not. */
  readonly urgent: boolean;
}

/** What both kinds of store offer to us of a queue. */
export interface Bell {
  add(jobs: readonly NewJob[]): Promise<void>;
  close(): Promise<void>;
}

/** Jobs leave no trace: the database is the record, and a job that is kept would swallow the next ring. */
const jobOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;

/** Of everything that nobody waits for in front of a screen. */
const USUAL_PRIORITY = 10;

/** A crash twice in a row must not fail a job, and a lock is short, so that another worker takes over soon. */
const workerOptions = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 50 } as const;

/** Opens queues and workers on Redis when it is configured, else on PostgreSQL. */
export class QueueConnections {
  private readonly redis: Redis[] = [];
  private advised = false;

  constructor(
    private readonly config: QueueConfig,
    private readonly database: DatabaseConfig,
    private readonly onError: (where: string, error: Error) => void,
    private readonly onAdvice: (sentence: string) => void = () => undefined,
  ) {}

  /** The ringing side: it fails fast, the sweeper rings again. */
  openBell(name: string): Bell {
    const queue =
      this.config.redisUrl === null ? this.postgresQueue(name) : this.redisQueue(name, this.config.redisUrl);
    queue.on('error', (error) => {
      this.onError(`queue ${name}`, error);
    });
    return {
      add: async (jobs) => {
        // BullMQ takes jobs without a priority first.
        const bulk = jobs.map(({ name: jobName, data, jobId, urgent }) => ({
          name: jobName,
          data,
          opts: { ...jobOptions, jobId, ...(urgent ? {} : { priority: USUAL_PRIORITY }) },
        }));
        await queue.addBulk(bulk);
      },
      close: () => queue.close(),
    };
  }

  /** The listening side: it waits for its store for as long as it takes. */
  openWorker(name: string, concurrency: number, process: RawProcessor): { close(): Promise<void> } {
    const processor = (
      job: { name: string; data: unknown },
      _token?: string,
      signal?: AbortSignal,
    ): Promise<void> => process(job.name, job.data, signal ?? new AbortController().signal);
    const worker =
      this.config.redisUrl === null
        ? new Worker(
            name,
            processor,
            { ...this.postgresOptions(), ...workerOptions, concurrency } as WorkerOptions,
            createPostgresBackend as never,
          )
        : new Worker(name, processor, {
            connection: this.redisConnection(this.config.redisUrl, true),
            prefix: this.config.prefix,
            ...workerOptions,
            concurrency,
          });
    worker.on('error', (error) => {
      this.onError(`worker ${name}`, error);
    });
    return { close: () => worker.close() };
  }

  /** Closes the connections that queues and workers shared; call it after both are closed. */
  async close(): Promise<void> {
    await Promise.all(
      this.redis.map(async (connection) => {
        // A farewell to a server that is away would wait for its return.
        if (connection.status !== 'ready') {
          connection.disconnect();
          return;
        }
        await connection.quit().catch(() => {
          connection.disconnect();
        });
      }),
    );
  }

  private redisQueue(name: string, url: string): Queue {
    return new Queue(name, { connection: this.redisConnection(url, false), prefix: this.config.prefix });
  }

  private postgresQueue(name: string): Queue {
    return new Queue(name, this.postgresOptions() as QueueOptions, createPostgresBackend as never);
  }

  private postgresOptions(): { connection: PostgresConnectionOptions } {
    return {
      connection: {
        connectionString: this.database.url,
        schema: QUEUE_SCHEMA,
        skipMigrations: true,
        max: 4,
      },
    };
  }

  private redisConnection(url: string, patient: boolean): ConnectionOptions {
    const connection = new Redis(url, {
      maxRetriesPerRequest: patient ? null : 1,
      enableOfflineQueue: patient,
      retryStrategy: (times) => Math.min(250 * times, 5_000),
    });
    connection.on('error', (error: Error) => {
      this.onError('redis', error);
    });
    connection.once('ready', () => void this.advise(connection));
    this.redis.push(connection);
    return connection;
  }

  /** Once for each process: the server may be set up in a way that loses jobs. */
  private async advise(connection: Redis): Promise<void> {
    if (this.advised) return;
    this.advised = true;
    try {
      for (const sentence of redisAdvice(await connection.info())) this.onAdvice(sentence);
    } catch {
      // Advice alone is missing; what is wrong with the connection is reported by its own errors.
    }
  }
}
