import { Database } from '#database';
import { InvalidInputError, VersionConflictError } from '#http';
import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ProgramActor } from '../program-actor.js';
import { ProgramEntity } from '../persistence/program.entity.js';
import { differences, settingsOf } from '../settings/program-settings.js';
import { AuditLog } from './audit-log.js';
import { changedFields } from './changed-fields.js';
import { problemsOfProgram, type ProgramInput } from './check-program.js';
import { ProgramQueries } from './program.queries.js';
import type { ProgramView } from './program.view.js';

/** Changes what is given of a program; settings that are not named keep their value. */
@Injectable()
export class UpdateProgram {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly programs: ProgramQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @param input.version that the change is based on; @throws InvalidInputError, VersionConflictError */
  async execute(
    input: { readonly version: number; readonly changes: ProgramInput },
    actor: ProgramActor,
  ): Promise<ProgramView> {
    const { version, changes } = input;
    const problems = problemsOfProgram(changes);
    if (problems.length > 0) throw new InvalidInputError(problems);
    const current = await this.programs.getById(actor.programId);
    const settings = settingsOf({ ...current.settings, ...changes.settings });
    const next = {
      name: changes.name?.trim() ?? current.name,
      description: changes.description ?? current.description,
      timeZone: changes.timeZone ?? current.timeZone,
      goalAreas: [...(changes.goalAreas ?? current.goalAreas)],
    };
    const changedSettings = changedFields(current.settings, settings).map((name) => `settings.${name}`);
    await this.db.transaction(async () => {
      // The version read with the row must be the caller's, so the settings merged above are the ones that are replaced.
      const { affected } = await this.db
        .repository(ProgramEntity)
        .update(
          { id: actor.programId, version: current.version === version ? version : -1 },
          { ...next, settings: differences(settings), updatedAt: this.clock.now(), version: version + 1 },
        );
      if (affected !== 1) throw new VersionConflictError();
      await this.audit.record(actor, {
        action: 'program.updated',
        subjectId: actor.programId,
        fields: [...changedFields(current, next), ...changedSettings],
      });
    });
    return this.programs.getById(actor.programId);
  }
}
