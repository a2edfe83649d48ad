import { expireProposal, type OwedEvent } from '#contracts';
import { ExpireProposal } from '#mentorships';
import { OwedEvents } from '#outbox';
import { Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';

/** Ends a proposal to which somebody said nothing in time, once. */
@Injectable()
export class ExpireProposalProcessor extends EventProcessor {
  readonly job = expireProposal;

  constructor(
    owed: OwedEvents,
    private readonly expire: ExpireProposal,
  ) {
    super(owed);
  }

  protected override async effect({ payload }: OwedEvent<'mentorship.answer-due.v1'>): Promise<void> {
    await this.expire.execute(payload.mentorshipId);
  }
}
