import { IdColumn, InstantColumn, RefColumn, TextColumn, VersionColumn } from '#database';
import { Check, Entity, ForeignKey, Index } from 'typeorm';

/** Somebody asks the coordinator, quietly, for another partner. */
@Entity('rematch_request')
@Index('rematch_request_open_key', ['mentorshipId', 'askedBy'], { unique: true, where: `state = 'open'` })
@Index('rematch_request_program_idx', ['programId', 'id'])
@Check('rematch_request_state_known', `state IN ('open', 'withdrawn', 'declined', 'not-found', 'rematched')`)
export class RematchRequestEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  @RefColumn() @ForeignKey('mentorship', { onDelete: 'CASCADE' }) mentorshipId!: string;
  /** Participation of whoever asked. */
  @RefColumn() @ForeignKey('participation', { onDelete: 'CASCADE' }) askedBy!: string;
  @TextColumn() state!: string;
  /** For the coordinator alone. */
  @TextColumn({ nullable: true }) note!: string | null;
  /** What the coordinator answered. */
  @TextColumn({ nullable: true }) answer!: string | null;
  @RefColumn({ nullable: true }) @ForeignKey('account', { onDelete: 'SET NULL' }) answeredBy!: string | null;
  @InstantColumn({ nullable: true }) answeredAt!: Date | null;
  @InstantColumn() createdAt!: Date;
  @VersionColumn() version!: number;
}
