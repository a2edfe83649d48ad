import { expandEvent, type OwedEvent } from '#contracts';
import { ExpandEvent } from '#notifications';
import { OwedEvents } from '#outbox';
import { Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';

/** Turns an event into deliveries, once. */
@Injectable()
export class ExpandEventProcessor extends EventProcessor {
  readonly job = expandEvent;

  constructor(
    owed: OwedEvents,
    private readonly expand: ExpandEvent,
  ) {
    super(owed);
  }

  protected override async effect(event: OwedEvent): Promise<void> {
    await this.expand.execute(event);
  }
}
