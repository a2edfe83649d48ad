import type { Actor } from '#accounts';
import { Database } from '#database';
import { InvalidInputError } from '#http';
import { Clock, Ids } from '#kernel';
import { STANDARD_GOAL_AREAS } from '#roster';
import { Injectable } from '@nestjs/common';
import { ParticipationEntity } from '../persistence/participation.entity.js';
import { ProgramEntity } from '../persistence/program.entity.js';
import { ProgramCreationNotAllowedError } from '../programs.errors.js';
import { differences, settingsOf } from '../settings/program-settings.js';
import { valuesOf } from '../templates/program-template.js';
import { PROGRAM_TEMPLATES, type TemplateKey } from '../templates/program-templates.data.js';
import { AuditLog } from './audit-log.js';
import { problemsOfProgram, type ProgramInput } from './check-program.js';
import { ProgramQueries } from './program.queries.js';
import type { ProgramView } from './program.view.js';

/** What a new program is to be; what is left out comes from the template, and else from the defaults. */
export interface CreateProgramInput extends ProgramInput {
  readonly name: string;
  readonly timeZone: string;
  readonly template?: TemplateKey | undefined;
}

/** Makes a program; whoever makes it becomes its owner. */
@Injectable()
export class CreateProgram {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly programs: ProgramQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @throws InvalidInputError, ProgramCreationNotAllowedError */
  async execute(input: CreateProgramInput, actor: Pick<Actor, 'accountId'>): Promise<ProgramView> {
    const problems = problemsOfProgram(input);
    if (problems.length > 0) throw new InvalidInputError(problems);
    if (!(await this.programs.mayCreate(actor.accountId))) throw new ProgramCreationNotAllowedError();
    const id = this.ids.next();
    const now = this.clock.now();
    const template = input.template === undefined ? null : PROGRAM_TEMPLATES[input.template];
    const settings = { ...valuesOf(template?.settings ?? {}), ...input.settings };
    await this.db.transaction(async () => {
      await this.db.repository(ProgramEntity).insert({
        id,
        name: input.name.trim(),
        description: input.description ?? '',
        timeZone: input.timeZone,
        settings: differences(settingsOf(settings)),
        goalAreas: [...(input.goalAreas ?? template?.goalAreas.value ?? standardGoalAreas())],
        createdBy: actor.accountId,
        createdAt: now,
        updatedAt: now,
      });
      await this.db.repository(ParticipationEntity).insert({
        id: this.ids.next(),
        programId: id,
        accountId: actor.accountId,
        role: 'owner',
        state: 'active',
        source: 'founder',
        privacyConfirmedAt: now,
        stateChangedAt: now,
        createdAt: now,
      });
      await this.audit.record(
        { accountId: actor.accountId, programId: id, participations: [], role: 'owner' },
        { action: 'program.created', subjectId: id },
      );
    });
    return this.programs.getById(id);
  }
}

function standardGoalAreas(): { key: string; label: string }[] {
  return Object.entries(STANDARD_GOAL_AREAS).map(([key, label]) => ({ key, label }));
}
