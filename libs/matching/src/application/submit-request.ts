import { Injectable } from '@nestjs/common';
import { RequestStateError } from '../requests.errors.js';
import { ChangeRequest, type RequestActor, type RequestRef } from './change-request.js';
import { HandInRequests } from './hand-in-requests.js';
import { REQUEST_NOTE_MAX } from './request-limits.js';
import { requestText } from './request-text.js';

/** Hands a draft in. */
@Injectable()
export class SubmitRequest {
  constructor(
    private readonly change: ChangeRequest,
    private readonly handIn: HandInRequests,
  ) {}

  /** Done twice, it is done once. @throws RequestTextError for an empty note, and what `HandInRequests` throws */
  async execute(ref: RequestRef, actor: NonNullable<RequestActor>): Promise<void> {
    await this.change.execute(ref, 'mentee', actor, async ({ row }) => {
      if (row.state === 'queued' || row.state === 'pending') return;
      if (row.state !== 'draft') throw new RequestStateError(row.state);
      const note = requestText('note', row.note, REQUEST_NOTE_MAX);
      const { programId, menteeId, mentorId } = row;
      await this.handIn.execute({ programId, menteeId, choices: [{ mentorId, note }] });
      await this.change.note(row, 'request.submitted', actor);
    });
  }
}
