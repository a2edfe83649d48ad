import { Database } from '#database';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { ImportUnknownError, RosterNotReceivingError } from '../imports.errors.js';
import { ImportRepository } from '../persistence/import.repository.js';
import { toImportRows } from './import-rows.js';
import { ReadUpload } from './read-upload.js';
import type { RosterPerson } from './roster-person.js';
import { rosterTable } from './roster-table.js';

/** Most people of one part: one request holds no more of a list in memory. */
export const PEOPLE_PER_PART = 500;
/** Most parts of a list; as many people as a file may have. */
export const MOST_PARTS = 40;

/** One part of a list. */
export interface RosterPart {
  readonly role: 'mentor' | 'mentee';
  readonly importId: string;
  /** From 1. */
  readonly part: number;
  readonly people: readonly RosterPerson[];
}

/** Takes one part of a list; the same part again replaces what it held. */
@Injectable()
export class AddRosterPart {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportRepository,
    private readonly reader: ReadUpload,
  ) {}

  /** @throws ImportUnknownError, RosterNotReceivingError */
  async execute({ role, importId, part, people }: RosterPart, actor: ProgramActor): Promise<void> {
    const first = (part - 1) * PEOPLE_PER_PART + 1;
    const table = rosterTable(role, people, first);
    const read = await this.reader.readTable(
      actor.programId,
      `${role}s`,
      { table, misfits: [], problems: [] },
      {},
    );
    await this.db.transaction(async () => {
      const list = await this.imports.lock(actor.programId, importId);
      if (list.kind !== `${role}s`) throw new ImportUnknownError();
      if (list.state !== 'receiving') throw new RosterNotReceivingError(list.state);
      await this.imports.deleteRows(importId, first, first + PEOPLE_PER_PART - 1);
      await this.imports.insertRows(importId, toImportRows(read));
    });
  }
}
