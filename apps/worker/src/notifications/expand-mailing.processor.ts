import { expandMailing, type OwedEvent } from '#contracts';
import { ExpandMailing } from '#notifications';
import { OwedEvents } from '#outbox';
import { Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';

/** Turns a step of a mailing into deliveries, batch by batch; the mark is written when everybody has theirs. */
@Injectable()
export class ExpandMailingProcessor extends EventProcessor {
  readonly job = expandMailing;

  constructor(
    owed: OwedEvents,
    private readonly expand: ExpandMailing,
  ) {
    super(owed);
  }

  protected override async process(event: OwedEvent, signal: AbortSignal): Promise<void> {
    const due = event as OwedEvent<'mailing.step-due.v1'>;
    let after: string | null = '';
    while (after !== null) {
      // Whoever takes over begins anew, and finds the deliveries of these batches written.
      signal.throwIfAborted();
      after = await this.expand.writeBatch(due, after);
    }
    await super.process(event, signal);
  }

  protected override async effect(event: OwedEvent): Promise<void> {
    await this.expand.finishStep(event as OwedEvent<'mailing.step-due.v1'>);
  }
}
