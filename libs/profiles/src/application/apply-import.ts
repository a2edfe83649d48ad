import { Database } from '#database';
import { Clock } from '#kernel';
import type { MenteeRow, MentorRow, PairRow } from '#roster';
import { Injectable } from '@nestjs/common';
import { ImportRepository } from '../persistence/import.repository.js';
import type { ImportRecord } from '../persistence/import.rows.js';
import { MissingPeople, roleOf } from './missing-people.js';
import { type ImportCounts, ImportPeople } from './import-people.js';

/** Brings pairs into a program; mentorships stand to the right of profiles, so the worker hands this in. */
export type PairsImporter = (
  programId: string,
  rows: readonly PairRow[],
  importId: string,
) => Promise<ImportCounts>;

/** Does what `RequestImport` asked for, inside the transaction of the worker's mark. */
@Injectable()
export class ApplyImport {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportRepository,
    private readonly people: ImportPeople,
    private readonly missing: MissingPeople,
    private readonly clock: Clock,
  ) {}

  async execute(importId: string, importPairs: PairsImporter): Promise<void> {
    await this.db.transaction(async () => {
      const upload = await this.imports.lock(null, importId);
      if (upload.state !== 'applying') return;
      const done = await this.bringIn(upload, importPairs);
      await this.imports.markApplied(importId, done, this.clock.now());
    });
  }

  /** Notes that the import can't be done, with a sentence for the admin. */
  async giveUp(importId: string, reason: string): Promise<void> {
    await this.imports.markFailed(importId, reason);
  }

  private async bringIn(upload: ImportRecord, importPairs: PairsImporter): Promise<ImportCounts> {
    const { id, kind, program_id: programId } = upload;
    if (kind === 'pairs') return importPairs(programId, await this.imports.loadGoodRows<PairRow>(id), id);
    // One list at a time for each program, so that nobody is counted as missing while another list brings them.
    await this.db.query(`SELECT 1 FROM program WHERE id = $1 FOR NO KEY UPDATE`, [programId]);
    const rows = await this.imports.loadGoodRows<MentorRow | MenteeRow>(id);
    const done = await this.people.execute(programId, roleOf(kind), rows, {
      holdMails: upload.hold_mails,
    });
    return upload.full_list ? { ...done, paused: await this.missing.pause(upload) } : done;
  }
}
