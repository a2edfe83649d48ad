import type { Actor } from '#accounts';
import { Database } from '#database';
import { InvalidInputError } from '#http';
import { Clock, Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { shiftClosedWeeks } from '../settings/shift-closed-weeks.js';
import { CreateProgram } from './create-program.js';
import { customSkillId } from './program-skills.js';
import { ProgramQueries } from './program.queries.js';
import type { ProgramView } from './program.view.js';

/** Which program is made anew, under which name, and how many days later. */
export interface CopyProgramInput {
  readonly programId: string;
  readonly name: string;
  readonly shiftDays: number;
}

interface SkillRow {
  id: string;
  name: string;
  normalized_name: string;
  merged_into: string | null;
}

/** Makes a program with the settings, goal areas and own skills of another, without its people. */
@Injectable()
export class CopyProgram {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly programs: ProgramQueries,
    private readonly createProgram: CreateProgram,
  ) {}

  /** @throws NotFoundError, InvalidInputError, ProgramCreationNotAllowedError */
  async execute(input: CopyProgramInput, actor: Pick<Actor, 'accountId'>): Promise<ProgramView> {
    const source = await this.programs.getById(input.programId);
    const closedWeeks = shiftClosedWeeks(source.settings.closedWeeks, input.shiftDays);
    if (closedWeeks === null)
      throw new InvalidInputError([
        { path: 'shiftDays', message: 'A closed week would lie outside the calendar; shift by less.' },
      ]);
    return this.db.transaction(async () => {
      const { description, timeZone, goalAreas } = source;
      const settings = { ...source.settings, closedWeeks };
      const copy = await this.createProgram.execute(
        { name: input.name, description, timeZone, goalAreas, settings },
        actor,
      );
      await this.copySkills(source.id, copy.id);
      return copy;
    });
  }

  /** Skills merged into others of the list are merged into the copies of those. */
  private async copySkills(fromId: string, toId: string): Promise<void> {
    const rows = await this.db.query<SkillRow>(
      `SELECT id, name, normalized_name, merged_into FROM program_skill WHERE program_id = $1 ORDER BY id`,
      [fromId],
    );
    const copies = new Map(rows.map(({ id }) => [customSkillId(id), this.ids.next()]));
    const idIn = (skillId: string | null): string | null => {
      const copy = copies.get(skillId ?? '');
      return copy === undefined ? skillId : customSkillId(copy);
    };
    const skills = rows.map(({ id, merged_into, ...names }) => ({
      ...names,
      id: copies.get(customSkillId(id)),
      merged_into: idIn(merged_into),
    }));
    await this.db.query(
      `INSERT INTO program_skill (id, program_id, name, normalized_name, merged_into, created_at)
       SELECT id, $1, name, normalized_name, merged_into, $3
       FROM jsonb_to_recordset($2::jsonb) AS s(id uuid, name text, normalized_name text, merged_into text)`,
      [toId, JSON.stringify(skills), this.clock.now()],
    );
  }
}
