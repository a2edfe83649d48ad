import { IntColumn } from '#database';
import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A skill that a mentor offers with a level, or that a mentee wants with a priority. */
@Entity('profile_skill')
@Index('profile_skill_skill_idx', ['skillId'])
@Check('profile_skill_level_in_range', `level BETWEEN 1 AND 5`)
@Check('profile_skill_priority_in_range', `priority BETWEEN 1 AND 3`)
export class ProfileSkillEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('profile', { onDelete: 'CASCADE' })
  profileId!: string;

  /** Id of the taxonomy, or `custom:<id of program_skill>`. */
  @PrimaryColumn('text') skillId!: string;
  /** 1–5: a mentor's level, or a mentee's current level. */
  @IntColumn({ nullable: true }) level!: number | null;
  /** 1–3, 3 = most wanted; mentees only. */
  @IntColumn({ nullable: true }) priority!: number | null;
}
