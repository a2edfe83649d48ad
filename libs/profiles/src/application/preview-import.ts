import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { FullListOfPairsError, ImportFileMissingError } from '../imports.errors.js';
import { ImportRepository } from '../persistence/import.repository.js';
import { CompareRoster } from './compare-roster.js';
import { toImportRows } from './import-rows.js';
import { ReadUpload } from './read-upload.js';
import type { ImportKind } from './import.view.js';

/** A file that an admin sends. */
export interface PreviewInput {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Whether it names everybody of its role, so that whoever is missing is paused. */
  readonly fullList: boolean;
  /** Whether new people hear nothing until a wave of invitations writes to them. */
  readonly holdMails: boolean;
  /** Our column → the file's header; the program's last one when missing. */
  readonly mapping?: Readonly<Record<string, string>>;
}

/** Reads a file and keeps what was read: every problem by row and column, and what would change. Nobody is touched yet. */
@Injectable()
export class PreviewImport {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportRepository,
    private readonly reader: ReadUpload,
    private readonly compare: CompareRoster,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns the id of the upload
   * @throws ImportFileMissingError, FullListOfPairsError
   */
  async execute(input: PreviewInput, actor: ProgramActor): Promise<string> {
    if (input.bytes.length === 0) throw new ImportFileMissingError();
    if (input.fullList && input.kind === 'pairs') throw new FullListOfPairsError();
    const { programId } = actor;
    const mapping = input.mapping ?? (await this.imports.findMapping(programId, input.kind));
    const read = await this.reader.read(programId, input.kind, input.bytes, mapping);
    const rows = toImportRows(read);
    const known = new Set(rows.map(({ row }) => row));
    const id = this.ids.next();
    await this.db.transaction(async () => {
      await this.imports.insert(
        {
          id,
          programId,
          kind: input.kind,
          state: 'previewed',
          fileName: input.fileName.slice(0, 200),
          fullList: input.fullList,
          holdMails: input.holdMails,
          mapping,
          header: read.table.header,
          problems: read.problems.filter(({ row }) => !known.has(row)),
          createdBy: actor.accountId,
          createdAt: this.clock.now(),
        },
        rows,
      );
      if (input.kind !== 'pairs') await this.compare.execute(programId, id);
      await this.audit.record(actor, { action: 'import.uploaded', subjectId: id });
    });
    return id;
  }
}
