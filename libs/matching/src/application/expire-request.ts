import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import { AdvanceRequests } from './advance-requests.js';
import { ChangeRequest, type RequestRef } from './change-request.js';
import { RequestEvents } from './request-events.js';

/** Ends a request whose time to answer is over; the mentee's next choice moves up. */
@Injectable()
export class ExpireRequest {
  constructor(
    private readonly clock: Clock,
    private readonly change: ChangeRequest,
    private readonly advance: AdvanceRequests,
    private readonly events: RequestEvents,
  ) {}

  /**
   * Does nothing for a request that was answered, or whose time started anew.
   *
   * @param input `dueAt` is the time for which the bell was set: this clock may be a little behind the bell's
   * @returns whether it ended
   * @throws RequestUnknownError
   */
  async execute(input: RequestRef & { readonly dueAt?: Date }): Promise<boolean> {
    let ended = false;
    await this.change.execute(input, 'mentee', null, async ({ row }) => {
      const now = Math.max(this.clock.now().getTime(), input.dueAt?.getTime() ?? 0);
      if (row.state !== 'pending' || row.answerBy === null || row.answerBy.getTime() > now) return;
      await this.change.move(row, 'expire');
      await this.events.tell('request.expired.v1', row);
      await this.advance.execute(row.programId, row.menteeId);
      ended = true;
    });
    return ended;
  }
}
