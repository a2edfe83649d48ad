import { endSessions, type OwedEvent } from '#contracts';
import { OwedEvents } from '#outbox';
import { EndSessions } from '#sessions';
import { Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';

/** Cancels what a mentorship that is over had planned, once. */
@Injectable()
export class EndSessionsProcessor extends EventProcessor {
  readonly job = endSessions;

  constructor(
    owed: OwedEvents,
    private readonly end: EndSessions,
  ) {
    super(owed);
  }

  protected override async effect(event: OwedEvent<'mentorship.ended.v1'>): Promise<void> {
    await this.end.execute(event.payload.mentorshipId);
  }
}
