import { eventRoutes } from '#contracts';
import { OwedEvents } from '#outbox';
import { JobBells } from '#queue';
import { Injectable } from '@nestjs/common';

const BATCH = 200;

/** Joins outbox and queue: rings for each job that a due event owes. */
@Injectable()
export class EventRelay {
  constructor(
    private readonly owed: OwedEvents,
    private readonly bells: JobBells,
  ) {}

  /** One round; answers whether a full batch was found, so that there is probably more. */
  async ringDue(): Promise<boolean> {
    const due = await this.owed.takeDue(BATCH);
    const jobs = new Set(due.flatMap(({ type }) => eventRoutes[type]));
    for (const job of jobs) {
      const owing = due.filter(({ type }) => eventRoutes[type].includes(job));
      const rings = owing.map(({ id, urgent }) => ({ key: id, payload: { eventId: id }, urgent }));
      await this.bells.ring(job, rings);
    }
    return due.length === BATCH;
  }
}
