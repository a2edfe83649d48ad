import { type OwedEvent, tellSameAgain } from '#contracts';
import { TellSameAgain } from '#matching';
import { OwedEvents } from '#outbox';
import { Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';

/** Tells everybody of an earlier round who is asked to take part again. */
@Injectable()
export class TellSameAgainProcessor extends EventProcessor {
  readonly job = tellSameAgain;

  constructor(
    owed: OwedEvents,
    private readonly tell: TellSameAgain,
  ) {
    super(owed);
  }

  protected override async effect({ subjectId, programId }: OwedEvent): Promise<void> {
    if (programId !== null) await this.tell.execute(programId, subjectId);
  }
}
