import { IdColumn, InstantColumn, RefColumn, TextColumn } from '#database';
import { Entity, ForeignKey, Unique } from 'typeorm';

/** A skill that the taxonomy does not know, as somebody of the program typed it; an admin may merge it into a known one. */
@Entity('program_skill')
@Unique('program_skill_name_key', ['programId', 'normalizedName'])
export class ProgramSkillEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  @TextColumn() name!: string;
  @TextColumn() normalizedName!: string;
  /** Taxonomy id or id of another skill of the program. */
  @TextColumn({ nullable: true }) mergedInto!: string | null;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
}
