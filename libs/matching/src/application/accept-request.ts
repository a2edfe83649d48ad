import { StartMentorships } from '#mentorships';
import { Injectable } from '@nestjs/common';
import { RequestRepository } from '../persistence/request.repository.js';
import { RequestUnknownError } from '../requests.errors.js';
import { ChangeRequest, type LockedRequest, type RequestActor, type RequestRef } from './change-request.js';
import { RequestEvents } from './request-events.js';
import { ReadRequestReasons, type RequestReasons } from './request-reasons.js';
import { SupersedeRequests } from './supersede-requests.js';

/** The mentor says yes: a mentorship starts, and the mentee's other requests are closed politely. */
@Injectable()
export class AcceptRequest {
  constructor(
    private readonly requests: RequestRepository,
    private readonly change: ChangeRequest,
    private readonly mentorships: StartMentorships,
    private readonly reasons: ReadRequestReasons,
    private readonly supersede: SupersedeRequests,
    private readonly events: RequestEvents,
  ) {}

  /**
   * One transaction; done twice, it is done once. Of many yeses at once, as many go through as there are places, and
   * of two yeses to one mentee the first.
   *
   * @throws RequestUnknownError, RequestNotYoursError, RequestStateError, MentorFullError, MenteeHasMentorError,
   *   AlreadyPairedError, PersonNotAvailableError
   */
  async execute(ref: RequestRef, actor: NonNullable<RequestActor>): Promise<void> {
    const found = await this.requests.find(ref.programId, ref.requestId);
    if (found === null) throw new RequestUnknownError();
    // Read before anything is locked; what people wrote about themselves can wait for nobody.
    const reasons =
      found.state === 'pending'
        ? await this.reasons.execute(ref.programId, found.mentorId, found.menteeId)
        : { forMentee: [], forMentor: [] };
    await this.change.execute(ref, 'mentor', actor, async (locked) => {
      if (locked.row.state === 'accepted') return;
      await this.accept(locked, reasons);
      await this.change.note(locked.row, 'request.accepted', actor);
    });
  }

  private async accept({ row, others }: LockedRequest, rationale: RequestReasons): Promise<void> {
    await this.change.move(row, 'accept');
    const { programId, mentorId, menteeId } = row;
    const { started } = await this.mentorships.execute(
      [{ mentorId, menteeId, source: 'request', sourceId: row.id, rationale }],
      { programId, mentorsPerMentee: 1 },
    );
    await this.requests.link(row, started[0]?.id ?? null);
    await this.events.tell('request.accepted.v1', row);
    await this.supersede.close(others);
  }
}
