import { endProposals, type OwedEvent } from '#contracts';
import { EndProposals } from '#mentorships';
import { OwedEvents } from '#outbox';
import { Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';

/** Ends the proposals of somebody who stops taking part, once. */
@Injectable()
export class EndProposalsProcessor extends EventProcessor {
  readonly job = endProposals;

  constructor(
    owed: OwedEvents,
    private readonly end: EndProposals,
  ) {
    super(owed);
  }

  protected override async effect(event: OwedEvent<'participation.stopped.v1'>): Promise<void> {
    await this.end.execute(event.payload.participationId);
  }
}
