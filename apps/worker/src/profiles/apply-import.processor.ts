import { applyImport, type OwedEvent } from '#contracts';
import { DomainError } from '#kernel';
import { ImportPairs } from '#mentorships';
import { OwedEvents } from '#outbox';
import { ApplyImport } from '#profiles';
import { Injectable } from '@nestjs/common';
import { EventProcessor } from '../runtime/event-processor.js';

/** Brings the good rows of an import in; a refusal ends the import with a sentence for the admin. */
@Injectable()
export class ApplyImportProcessor extends EventProcessor {
  readonly job = applyImport;

  constructor(
    owed: OwedEvents,
    private readonly imports: ApplyImport,
    private readonly pairs: ImportPairs,
  ) {
    super(owed);
  }

  protected override async process(event: OwedEvent, signal: AbortSignal): Promise<void> {
    try {
      await super.process(event, signal);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // What was written is rolled back; the refusal and the mark are kept.
      await this.owed.once(event, this.job.name, () => this.imports.giveUp(event.subjectId, error.message));
    }
  }

  protected override async effect(event: OwedEvent): Promise<void> {
    await this.imports.execute(event.subjectId, (programId, rows, importId) =>
      this.pairs.execute(programId, rows, importId),
    );
  }
}
