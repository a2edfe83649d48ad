import { Database } from '#database';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { AddRosterPart } from './add-roster-part.js';
import { BeginRoster, type RosterScope } from './begin-roster.js';
import { FinishRoster } from './finish-roster.js';
import { RequestImport } from './request-import.js';
import type { RosterPerson } from './roster-person.js';

/** A whole list in one request. */
export interface RosterInput extends RosterScope {
  readonly people: readonly RosterPerson[];
  /** Whether it is only compared. */
  readonly dryRun: boolean;
  readonly confirmPauses: number | null;
}

/** Takes a list that fits into one request: begun, received, compared and, unless it is a dry run, asked for at once. */
@Injectable()
export class PutRoster {
  constructor(
    private readonly db: Database,
    private readonly begin: BeginRoster,
    private readonly add: AddRosterPart,
    private readonly finish: FinishRoster,
    private readonly request: RequestImport,
  ) {}

  /**
   * A refusal leaves the preview behind, so that an admin can look at it.
   *
   * @returns the id of the import
   * @throws ImportWithoutGoodRowsError, RowsWithoutPersonError, TooManyPausesError
   */
  async execute(input: RosterInput, actor: ProgramActor): Promise<string> {
    const { role, people } = input;
    const importId = await this.db.transaction(async () => {
      const id = await this.begin.execute(input, actor);
      await this.add.execute({ role, importId: id, part: 1, people }, actor);
      await this.finish.execute({ role, importId: id, parts: 1 }, actor);
      return id;
    });
    if (!input.dryRun) await this.request.execute(importId, actor, input.confirmPauses);
    return importId;
  }
}
