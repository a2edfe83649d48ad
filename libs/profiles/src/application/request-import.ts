import { Database } from '#database';
import { importMachine } from '#lifecycle';
import { Outbox } from '#outbox';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { ImportNotPreviewedError, ImportWithoutGoodRowsError } from '../imports.errors.js';
import { ImportRepository } from '../persistence/import.repository.js';
import { MissingPeople } from './missing-people.js';

/** Says yes to a preview: the worker brings its good rows in. */
@Injectable()
export class RequestImport {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportRepository,
    private readonly missing: MissingPeople,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param confirmedPauses how many people an admin agrees to pause; needed beyond the limit
   * @throws ImportUnknownError, ImportNotPreviewedError, ImportWithoutGoodRowsError, RowsWithoutPersonError,
   *   TooManyPausesError
   */
  async execute(importId: string, actor: ProgramActor, confirmedPauses: number | null = null): Promise<void> {
    await this.db.transaction(async () => {
      const upload = await this.imports.lock(actor.programId, importId);
      if (!importMachine.can(upload.state, 'apply')) throw new ImportNotPreviewedError(upload.state);
      if (upload.good_count === 0) throw new ImportWithoutGoodRowsError();
      if (upload.full_list)
        await this.missing.refuseTooMany({ ...upload, confirmed_pauses: confirmedPauses });
      await this.imports.markApplying(importId, confirmedPauses);
      await this.imports.saveMapping(actor.programId, upload.kind, upload.mapping);
      await this.outbox.append({
        type: 'import.requested.v1',
        payload: { importId },
        programId: actor.programId,
        subjectId: importId,
      });
      await this.audit.record(actor, { action: 'import.applied', subjectId: importId });
    });
  }
}
