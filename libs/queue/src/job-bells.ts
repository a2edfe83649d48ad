import { type JobContract, jobIdOf, type QueueName } from '#contracts';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Bell, QueueConnections } from './connection.js';
import { checkPayload } from './payload.js';

/** One ring of the bell. */
export interface Ring<P extends object> {
  /** Makes the job's id, so that ringing twice makes one job. */
  readonly key: string;
  readonly payload: P;
  /** Somebody waits for it in front of a screen: it overtakes the rest. */
  readonly urgent: boolean;
}

/** Rings for jobs. A lost ring is harmless: what is owed stands in the database. */
export class JobBells implements OnApplicationShutdown {
  private readonly bells = new Map<QueueName, Bell>();

  constructor(private readonly connections: QueueConnections) {}

  /** Rings for jobs of one kind, in one call to the store. */
  async ring<P extends object>(job: JobContract<P>, rings: readonly Ring<P>[]): Promise<void> {
    if (rings.length === 0) return;
    const jobs = rings.map(({ key, payload, urgent }) => ({
      name: job.name,
      data: { ...checkPayload(job, payload) },
      jobId: jobIdOf(job, key),
      urgent,
    }));
    await this.bell(job.queue).add(jobs);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.bells.values()].map((bell) => bell.close()));
    await this.connections.close();
  }

  private bell(queue: QueueName): Bell {
    const known = this.bells.get(queue);
    if (known !== undefined) return known;
    const opened = this.connections.openBell(queue);
    this.bells.set(queue, opened);
    return opened;
  }
}
