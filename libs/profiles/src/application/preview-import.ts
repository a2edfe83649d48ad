import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import type { ProgramActor } from '#programs';
import type { RosterProblem } from '#roster';
import { Injectable } from '@nestjs/common';
import { ImportFileMissingError } from '../imports.errors.js';
import { ImportRepository } from '../persistence/import.repository.js';
import type { NewImportRow } from '../persistence/import.rows.js';
import { ReadUpload } from './read-upload.js';
import type { ImportKind } from './import.view.js';

/** A file that an admin sends. */
export interface PreviewInput {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Our column → the file's header; the program's last one when missing. */
  readonly mapping?: Readonly<Record<string, string>>;
}

/** Reads a file and keeps what was read, with every problem by row and column. Nobody is touched yet. */
@Injectable()
export class PreviewImport {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportRepository,
    private readonly reader: ReadUpload,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @returns the id of the upload
   * @throws ImportFileMissingError
   */
  async execute(input: PreviewInput, actor: ProgramActor): Promise<string> {
    if (input.bytes.length === 0) throw new ImportFileMissingError();
    const { programId } = actor;
    const mapping = input.mapping ?? (await this.imports.findMapping(programId, input.kind));
    const read = await this.reader.read(programId, input.kind, input.bytes, mapping);
    const byRow = new Map<number, RosterProblem[]>();
    for (const problem of read.problems) byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem]);
    const data = new Map(read.rows.map((row) => [row.row, row]));
    const rows = [...read.table.rows, ...read.misfits].map<NewImportRow>(({ number, cells }) => ({
      row: number,
      good: data.has(number),
      cells,
      data: data.get(number) ?? null,
      problems: byRow.get(number) ?? [],
    }));
    const known = new Set(rows.map(({ row }) => row));
    const id = this.ids.next();
    await this.db.transaction(() =>
      this.imports.insert(
        {
          id,
          programId,
          kind: input.kind,
          fileName: input.fileName.slice(0, 200),
          mapping,
          header: read.table.header,
          problems: read.problems.filter(({ row }) => !known.has(row)),
          createdBy: actor.accountId,
          createdAt: this.clock.now(),
        },
        rows,
      ),
    );
    return id;
  }
}
