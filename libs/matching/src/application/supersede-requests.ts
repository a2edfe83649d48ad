import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import type { RequestEntity } from '../persistence/request.entity.js';
import { RequestRepository } from '../persistence/request.repository.js';
import { ChangeRequest } from './change-request.js';
import { RequestEvents } from './request-events.js';

/** Closes, politely, what a mentee had asked others who has found a mentor. */
@Injectable()
export class SupersedeRequests {
  constructor(
    private readonly db: Database,
    private readonly requests: RequestRepository,
    private readonly change: ChangeRequest,
    private readonly events: RequestEvents,
  ) {}

  /**
   * After a mentorship started in any way; nothing when the mentee has no mentor any more.
   *
   * @param menteeId participation
   */
  async execute(menteeId: string): Promise<void> {
    await this.db.transaction(async () => {
      await this.requests.lockPeople([menteeId]);
      if (await this.requests.hasMentor(menteeId)) await this.close(await this.requests.lockOf(menteeId));
    });
  }

  /** Closes locked requests. A draft is never lost: it stays for another time. */
  async close(rows: readonly RequestEntity[]): Promise<void> {
    for (const row of rows) {
      if (row.state === 'draft') continue;
      await this.change.move(row, 'supersede');
      await this.events.tell('request.superseded.v1', row);
    }
  }
}
