import { InvalidInputError } from '#http';
import { Injectable } from '@nestjs/common';
import { AdvanceRequests } from './advance-requests.js';
import { ChangeRequest, type RequestActor, type RequestRef } from './change-request.js';
import { RequestEvents } from './request-events.js';
import { REQUEST_TEXT_MAX } from './request-limits.js';
import { requestText } from './request-text.js';

/** The mentor says no; the mentee's next choice moves up. */
@Injectable()
export class DeclineRequest {
  constructor(
    private readonly change: ChangeRequest,
    private readonly advance: AdvanceRequests,
    private readonly events: RequestEvents,
  ) {}

  /**
   * Done twice, it is done once.
   *
   * @param input `reason` is shown to the mentee; null or empty for none
   * @throws RequestUnknownError, RequestNotYoursError, RequestStateError, RequestTextError,
   *   InvalidInputError for a reason that an admin would put into the mentor's mouth
   */
  async execute(
    input: RequestRef & { readonly reason: string | null },
    actor: NonNullable<RequestActor>,
  ): Promise<void> {
    const given = input.reason?.trim() ?? '';
    refuseWordsForOthers(given, actor);
    const reason = given === '' ? null : requestText('reason', given, REQUEST_TEXT_MAX);
    await this.change.execute(input, 'mentor', actor, async ({ row }) => {
      if (row.state === 'declined') return;
      await this.change.move(row, 'decline', { decisionReason: reason });
      await this.events.tell('request.declined.v1', row);
      await this.advance.execute(row.programId, row.menteeId);
      await this.change.note(row, 'request.declined', actor);
    });
  }
}

/** A reason reads as the mentor's own words. @throws InvalidInputError */
function refuseWordsForOthers(reason: string, actor: NonNullable<RequestActor>): void {
  if (reason !== '' && 'onBehalfOf' in actor && actor.onBehalfOf !== null)
    throw new InvalidInputError([
      { path: 'reason', message: 'Leave it out: it would be read as words of the mentor.' },
    ]);
}
