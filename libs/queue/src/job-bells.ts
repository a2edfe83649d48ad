import { type JobContract, jobIdOf, type QueueName } from '#contracts';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Bell, QueueConnections } from './connection.js';
import { checkPayload } from './payload.js';

/** Rings for jobs. A lost ring is harmless: what is owed stands in the database. */
export class JobBells implements OnApplicationShutdown {
  private readonly bells = new Map<QueueName, Bell>();

  constructor(private readonly connections: QueueConnections) {}

  /** @param key makes the job's id, so that ringing twice makes one job */
  async ring<P extends object>(job: JobContract<P>, key: string, payload: P): Promise<void> {
    const data = checkPayload(job, payload);
    await this.bell(job.queue).add(job.name, { ...data }, jobIdOf(job, key));
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
