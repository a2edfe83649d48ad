import { Database } from '#database';
import { importMachine } from '#lifecycle';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { ImportUnknownError, RosterPartsMissingError } from '../imports.errors.js';
import { ImportRepository } from '../persistence/import.repository.js';
import { RosterRepository } from '../persistence/roster.repository.js';
import { PEOPLE_PER_PART } from './add-roster-part.js';
import { CompareRoster } from './compare-roster.js';

/** Ends a list that came in parts, and compares it with the program: from here on it is a preview like a file's. */
@Injectable()
export class FinishRoster {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportRepository,
    private readonly rows: RosterRepository,
    private readonly compare: CompareRoster,
  ) {}

  /**
   * Done twice it changes nothing.
   *
   * @param parts how many there are; a lost part would look like people who are missing
   * @throws ImportUnknownError, RosterPartsMissingError
   */
  async execute(
    {
      role,
      importId,
      parts,
    }: { readonly role: 'mentor' | 'mentee'; readonly importId: string; readonly parts: number },
    actor: ProgramActor,
  ): Promise<void> {
    await this.db.transaction(async () => {
      const list = await this.imports.lock(actor.programId, importId);
      if (list.kind !== `${role}s`) throw new ImportUnknownError();
      if (!importMachine.can(list.state, 'preview')) return;
      const received = await this.imports.listParts(importId, PEOPLE_PER_PART);
      if (received.length !== parts || received.at(-1) !== parts)
        throw new RosterPartsMissingError(parts, received);
      await this.rows.markDuplicates(importId);
      await this.compare.execute(actor.programId, importId);
    });
  }
}
