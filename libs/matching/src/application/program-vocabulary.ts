import { Database } from '#database';
import { customSkillId, ProgramQueries } from '#programs';
import type { CustomSkill } from '#skills';
import { Injectable } from '@nestjs/common';

/** The words that are a program's own. */
export interface Vocabulary {
  readonly customSkills: readonly CustomSkill[];
  /** Labels of goal areas by key. */
  readonly goalNames: Readonly<Record<string, string>>;
}

/** Reads a program's own skills and the names of its goal areas, as plain data for a worker thread. */
@Injectable()
export class ProgramVocabulary {
  constructor(
    private readonly db: Database,
    private readonly programs: ProgramQueries,
  ) {}

  async load(programId: string): Promise<Vocabulary> {
    const skills = await this.db.query<{ id: string; name: string; merged_into: string | null }>(
      `SELECT id, name, merged_into FROM program_skill WHERE program_id = $1 ORDER BY id`,
      [programId],
    );
    const { goalAreas } = await this.programs.getById(programId);
    return {
      customSkills: skills.map(({ id, name, merged_into: into }) => ({
        id: customSkillId(id),
        name,
        ...(into === null ? {} : { mergedInto: into }),
      })),
      goalNames: Object.fromEntries(goalAreas.map(({ key, label }) => [key, label])),
    };
  }
}
