import { Injectable } from '@nestjs/common';
import { AdvanceRequests } from './advance-requests.js';
import { ChangeRequest, type RequestActor, type RequestRef } from './change-request.js';
import { RequestEvents } from './request-events.js';

/** The mentee takes a request back; they may ask the same mentor again later. */
@Injectable()
export class WithdrawRequest {
  constructor(
    private readonly change: ChangeRequest,
    private readonly advance: AdvanceRequests,
    private readonly events: RequestEvents,
  ) {}

  /** Done twice, it is done once. @throws RequestUnknownError, RequestNotYoursError, RequestStateError */
  async execute(ref: RequestRef, actor: NonNullable<RequestActor>): Promise<void> {
    await this.change.execute(ref, 'mentee', actor, async ({ row }) => {
      if (row.state === 'withdrawn') return;
      await this.change.move(row, 'withdraw');
      if (row.pendingAt !== null) await this.events.tell('request.withdrawn.v1', row);
      await this.advance.execute(row.programId, row.menteeId);
      await this.change.note(row, 'request.withdrawn', actor);
    });
  }
}
