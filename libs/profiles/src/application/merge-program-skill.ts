import { Database } from '#database';
import { Clock } from '#kernel';
import { AuditLog, MarkSkillMerged, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';

/** Merges a skill of the program's own list into another; profiles that name it name the target afterwards. */
@Injectable()
export class MergeProgramSkill {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mark: MarkSkillMerged,
    private readonly audit: AuditLog,
  ) {}

  /**
   * A profile that has both keeps the higher level and priority.
   *
   * @returns the target's id and how many profiles changed. @throws NotFoundError, InvalidInputError, SkillMergeLoopError
   */
  async execute(
    input: { readonly id: string; readonly into: string },
    actor: ProgramActor,
  ): Promise<{ skillId: string; profiles: number }> {
    return this.db.transaction(async () => {
      const { source, target } = await this.mark.execute(actor.programId, input);
      const rows = await this.db.query<{ profile_id: string }>(
        `WITH moved AS (
           DELETE FROM profile_skill ps USING profile p
           WHERE ps.profile_id = p.id AND p.program_id = $1 AND ps.skill_id = $2
           RETURNING ps.profile_id, ps.level, ps.priority
         ), kept AS (
           INSERT INTO profile_skill AS ps (profile_id, skill_id, level, priority)
           SELECT profile_id, $3, level, priority FROM moved
           ON CONFLICT (profile_id, skill_id) DO UPDATE
             SET level = greatest(ps.level, excluded.level), priority = greatest(ps.priority, excluded.priority)
         )
         UPDATE profile SET version = version + 1, updated_at = $4 WHERE id IN (SELECT profile_id FROM moved)
         RETURNING id AS profile_id`,
        [actor.programId, source, target, this.clock.now()],
      );
      await this.audit.record(actor, { action: 'skill.merged', subjectId: input.id });
      return { skillId: target, profiles: rows.length };
    });
  }
}
