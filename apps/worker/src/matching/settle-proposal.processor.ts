import { type OwedEvent, settleProposal } from '#contracts';
import { SettleProposal } from '#matching';
import { OwedEvents } from '#outbox';
import { Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';

/** Draws the consequences for a round of a proposal that came to nothing, once. */
@Injectable()
export class SettleProposalProcessor extends EventProcessor {
  readonly job = settleProposal;

  constructor(
    owed: OwedEvents,
    private readonly settle: SettleProposal,
  ) {
    super(owed);
  }

  protected override async effect(event: OwedEvent<'mentorship.not-confirmed.v1'>): Promise<void> {
    await this.settle.execute(event.payload.mentorshipId);
  }
}
