import { advanceEnrolment, type OwedEvent } from '#contracts';
import { AdvanceEnrolment } from '#matching';
import { OwedEvents } from '#outbox';
import { Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';

/** Does what is planned for the enrolment of a round, once. */
@Injectable()
export class AdvanceEnrolmentProcessor extends EventProcessor {
  readonly job = advanceEnrolment;

  constructor(
    owed: OwedEvents,
    private readonly advance: AdvanceEnrolment,
  ) {
    super(owed);
  }

  protected override async effect(event: OwedEvent<'cohort.step-due.v1'>): Promise<void> {
    const { payload, programId, dueAt } = event;
    if (programId !== null) await this.advance.execute({ ...payload, programId, dueAt });
  }
}
