import { expireRequest, type OwedEvent } from '#contracts';
import { ExpireRequest } from '#matching';
import { OwedEvents } from '#outbox';
import { Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';

/** Ends a request that nobody answered in time. */
@Injectable()
export class ExpireRequestProcessor extends EventProcessor {
  readonly job = expireRequest;

  constructor(
    owed: OwedEvents,
    private readonly expire: ExpireRequest,
  ) {
    super(owed);
  }

  protected override async effect({ subjectId, programId, dueAt }: OwedEvent): Promise<void> {
    if (programId !== null) await this.expire.execute({ requestId: subjectId, programId, dueAt });
  }
}
