import { IdColumn, InstantColumn, RefColumn, TextColumn, VersionColumn } from '#database';
import { Check, Entity, ForeignKey, Index } from 'typeorm';

/** What an admin wrote of a run, or of a pair of it; read by admins alone. */
@Entity('run_note')
@Index('run_note_run_idx', ['runId', 'id'])
@Check('run_note_pair_whole', '(mentee_id IS NULL) = (mentor_id IS NULL)')
export class RunNoteEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('match_run', { onDelete: 'CASCADE' }) runId!: string;
  /** Null for a note on the run. */
  @RefColumn({ nullable: true }) @ForeignKey('participation', { onDelete: 'CASCADE' }) menteeId!:
    string | null;
  @RefColumn({ nullable: true }) @ForeignKey('participation', { onDelete: 'CASCADE' }) mentorId!:
    string | null;
  @TextColumn() text!: string;
  @RefColumn() @ForeignKey('account') writtenBy!: string;
  @InstantColumn() writtenAt!: Date;
  @InstantColumn({ nullable: true }) editedAt!: Date | null;
  @VersionColumn() version!: number;
}
