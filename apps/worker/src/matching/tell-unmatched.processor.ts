import { type OwedEvent, tellUnmatched } from '#contracts';
import { TellUnmatched } from '#matching';
import { OwedEvents } from '#outbox';
import { Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';

/** Answers those whom a publication left without a partner. */
@Injectable()
export class TellUnmatchedProcessor extends EventProcessor {
  readonly job = tellUnmatched;

  constructor(
    owed: OwedEvents,
    private readonly tell: TellUnmatched,
  ) {
    super(owed);
  }

  protected override async effect({ subjectId: runId, programId, dueAt }: OwedEvent): Promise<void> {
    if (programId !== null) await this.tell.execute({ runId, programId, dueAt });
  }
}
