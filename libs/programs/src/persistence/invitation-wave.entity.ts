import { IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '#database';
import { Check, Entity, ForeignKey, Index } from 'typeorm';

/** A plan to write to imported people, some at a time. */
@Entity('invitation_wave')
@Index('invitation_wave_program_idx', ['programId', 'id'])
@Index('invitation_wave_due_idx', ['dueAt'], { where: 'finished_at IS NULL AND paused_at IS NULL' })
@Check('invitation_wave_role_known', `role IN ('mentee', 'mentor')`)
@Check('invitation_wave_size_in_range', `size BETWEEN 1 AND 20000`)
export class InvitationWaveEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  /** Null for both. */
  @TextColumn({ nullable: true }) role!: string | null;
  /** People written to at a time. */
  @IntColumn() size!: number;
  @IntColumn() everyHours!: number;
  /** When the next ones are written to. */
  @InstantColumn() dueAt!: Date;
  @InstantColumn({ nullable: true }) pausedAt!: Date | null;
  /** When nobody was left to write to. */
  @InstantColumn({ nullable: true }) finishedAt!: Date | null;
  @RefColumn() @ForeignKey('account') createdBy!: string;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
}
