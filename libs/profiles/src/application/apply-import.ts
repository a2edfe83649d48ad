import { Database } from '#database';
import { Clock } from '#kernel';
import type { MenteeRow, MentorRow, PairRow } from '#roster';
import { Injectable } from '@nestjs/common';
import { ImportRepository } from '../persistence/import.repository.js';
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
    private readonly clock: Clock,
  ) {}

  async execute(importId: string, importPairs: PairsImporter): Promise<void> {
    await this.db.transaction(async () => {
      const upload = await this.imports.lock(null, importId);
      if (upload.state !== 'applying') return;
      const { created, updated } = await this.bringIn(upload.program_id, upload.kind, importId, importPairs);
      await this.imports.markApplied(importId, created, updated, this.clock.now());
    });
  }

  /** Notes that the import can't be done, with a sentence for the admin. */
  async giveUp(importId: string, reason: string): Promise<void> {
    await this.imports.markFailed(importId, reason);
  }

  private async bringIn(
    programId: string,
    kind: string,
    importId: string,
    importPairs: PairsImporter,
  ): Promise<ImportCounts> {
    if (kind === 'pairs')
      return importPairs(programId, await this.imports.loadGoodRows<PairRow>(importId), importId);
    const rows = await this.imports.loadGoodRows<MentorRow | MenteeRow>(importId);
    return this.people.execute(programId, kind === 'mentors' ? 'mentor' : 'mentee', rows);
  }
}
