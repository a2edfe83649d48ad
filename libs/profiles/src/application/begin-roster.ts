import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { ImportRepository } from '../persistence/import.repository.js';
import { rosterHeader } from './roster-table.js';

/** Which people a list names. */
export interface RosterScope {
  readonly role: 'mentor' | 'mentee';
  /** Whether it names everybody of the role, so that whoever is missing is paused. */
  readonly fullList: boolean;
  /** Whether new people hear nothing until a wave of invitations writes to them. */
  readonly holdMails: boolean;
}

/** Begins a list that comes as JSON, in parts: an import that is still being received. */
@Injectable()
export class BeginRoster {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the id of the import */
  async execute({ role, fullList, holdMails }: RosterScope, actor: ProgramActor): Promise<string> {
    const id = this.ids.next();
    await this.db.transaction(async () => {
      await this.imports.insert(
        {
          id,
          programId: actor.programId,
          kind: `${role}s`,
          state: 'receiving',
          fileName: `${role}s.json`,
          fullList,
          holdMails,
          mapping: {},
          header: rosterHeader(role),
          problems: [],
          createdBy: actor.accountId,
          createdAt: this.clock.now(),
        },
        [],
      );
      await this.audit.record(actor, { action: 'import.uploaded', subjectId: id });
    });
    return id;
  }
}
