import { Database } from '#database';
import { InvalidInputError, NotFoundError } from '#http';
import { Injectable } from '@nestjs/common';
import { SkillMergeLoopError } from '../programs.errors.js';
import { customSkillId, ProgramSkills } from './program-skills.js';

/** Makes a skill of a program's own list another spelling of a known one. */
@Injectable()
export class MarkSkillMerged {
  constructor(
    private readonly db: Database,
    private readonly skills: ProgramSkills,
  ) {}

  /**
   * Call it in the transaction that rewrites profiles.
   *
   * @param input.id of the program's own skill
   * @param input.into id, name or alias of the target
   * @returns the ids of the source and of the target, as profiles name them
   * @throws NotFoundError, InvalidInputError, SkillMergeLoopError
   */
  async execute(
    programId: string,
    input: { readonly id: string; readonly into: string },
  ): Promise<{ source: string; target: string }> {
    return this.db.transaction(async () => {
      // One merge at a time for each program: two could close a circle together.
      await this.db.query(`SELECT 1 FROM program WHERE id = $1 FOR NO KEY UPDATE`, [programId]);
      const found = await this.db.query(`SELECT 1 FROM program_skill WHERE program_id = $1 AND id = $2`, [
        programId,
        input.id,
      ]);
      if (found.length === 0) throw new NotFoundError('This skill');
      const source = customSkillId(input.id);
      const taxonomy = await this.skills.loadTaxonomy(programId);
      const target = taxonomy.resolve(input.into);
      if (target === null)
        throw new InvalidInputError([
          { path: 'into', message: 'Give a skill of the list, by id or by name.' },
        ]);
      if (target === source) throw new SkillMergeLoopError();
      await this.db.query(
        `UPDATE program_skill SET merged_into = $3 WHERE program_id = $1 AND (id = $2 OR merged_into = $4)`,
        [programId, input.id, target, source],
      );
      return { source, target };
    });
  }
}
