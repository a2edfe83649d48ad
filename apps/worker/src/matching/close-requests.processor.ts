import { closeRequests, type OwedEvent } from '#contracts';
import { CloseRequestsOfStopped, SupersedeRequests } from '#matching';
import { MentorshipQueries } from '#mentorships';
import { OwedEvents } from '#outbox';
import { Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';

/** Closes requests when somebody stops taking part, or when a mentee has found a mentor. */
@Injectable()
export class CloseRequestsProcessor extends EventProcessor {
  readonly job = closeRequests;

  constructor(
    owed: OwedEvents,
    private readonly stopped: CloseRequestsOfStopped,
    private readonly supersede: SupersedeRequests,
    private readonly mentorships: MentorshipQueries,
  ) {
    super(owed);
  }

  protected override async effect({ type, subjectId, programId }: OwedEvent): Promise<void> {
    if (programId === null) return;
    if (type === 'participation.stopped.v1') await this.stopped.execute(programId, subjectId);
    const menteeId = type === 'mentorship.started.v1' ? await this.mentorships.findMentee(subjectId) : null;
    if (menteeId !== null) await this.supersede.execute(menteeId);
  }
}
