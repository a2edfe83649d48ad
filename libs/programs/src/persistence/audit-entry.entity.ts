import { IdColumn, InstantColumn, RefColumn, TextColumn } from '#database';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/**
 * Something that somebody did. A trigger refuses changes, and deletion while the program is there; people and things are
 * named by id without a foreign key, because the entry outlives them.
 */
@Entity('audit_entry')
@Index('audit_entry_program_idx', ['programId', 'id'])
@Index('audit_entry_subject_idx', ['programId', 'subjectId', 'id'])
@Index('audit_entry_about_idx', ['about'], { type: 'gin' })
@Check('audit_entry_role_known', `role IN ('mentee', 'mentor', 'owner', 'coordinator', 'sponsor')`)
export class AuditEntryEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  /** Account. */
  @RefColumn() actorId!: string;
  /** Role in which they acted. */
  @TextColumn() role!: string;
  @TextColumn() action!: string;
  @TextColumn() subjectKind!: string;
  @RefColumn() subjectId!: string;
  /** Participation in whose place it was done. */
  @RefColumn({ nullable: true }) onBehalfOf!: string | null;
  /** Participations that it concerns. */
  @Column('uuid', { array: true }) about!: string[];
  /** Names of what changed. */
  @Column('text', { array: true }) fields!: string[];
  @InstantColumn() at!: Date;
}
