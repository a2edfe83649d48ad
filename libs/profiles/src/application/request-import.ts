import { Database } from '#database';
import { importMachine } from '#lifecycle';
import { Outbox } from '#outbox';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { ImportNotPreviewedError, ImportWithoutGoodRowsError } from '../imports.errors.js';
import { ImportRepository } from '../persistence/import.repository.js';

/** Says yes to a preview: the worker brings its good rows in. */
@Injectable()
export class RequestImport {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws ImportUnknownError, ImportNotPreviewedError, ImportWithoutGoodRowsError */
  async execute(importId: string, actor: ProgramActor): Promise<void> {
    await this.db.transaction(async () => {
      const upload = await this.imports.lock(actor.programId, importId);
      if (!importMachine.can(upload.state, 'apply')) throw new ImportNotPreviewedError(upload.state);
      if (upload.good_count === 0) throw new ImportWithoutGoodRowsError();
      await this.imports.markApplying(importId);
      await this.imports.saveMapping(actor.programId, upload.kind, upload.mapping);
      await this.outbox.append({
        type: 'import.requested.v1',
        payload: { importId },
        programId: actor.programId,
        subjectId: importId,
        dedupeKey: `import-${importId}`,
      });
    });
  }
}
