import { IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn, VersionColumn } from '#database';
import { Check, Entity, ForeignKey, Index } from 'typeorm';

/** A mentee asks a mentor. */
@Entity('request')
@Index('request_open_pair_key', ['menteeId', 'mentorId'], {
  unique: true,
  where: `state IN ('draft', 'queued', 'awaiting_admin', 'pending')`,
})
@Index('request_mentor_idx', ['mentorId', 'state'])
@Index('request_mentee_idx', ['menteeId', 'state'])
@Index('request_program_idx', ['programId', 'id'])
@Check(
  'request_state_known',
  `state IN ('draft', 'queued', 'awaiting_admin', 'pending', 'accepted', 'declined', 'withdrawn', 'expired', 'superseded')`,
)
@Check('request_note_within_limit', `char_length(note) <= 600`)
export class RequestEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  @RefColumn() @ForeignKey('participation', { onDelete: 'CASCADE' }) menteeId!: string;
  @RefColumn() @ForeignKey('participation', { onDelete: 'CASCADE' }) mentorId!: string;
  @TextColumn() state!: string;
  /** The mentee's order of choice, from 1. */
  @IntColumn({ default: 1 }) rank!: number;
  /** What I want to change, what I tried, why you. */
  @TextColumn() note!: string;
  /** "Tell me more": the mentor's question and the mentee's answer. */
  @TextColumn({ nullable: true }) question!: string | null;
  @InstantColumn({ nullable: true }) askedAt!: Date | null;
  @TextColumn({ nullable: true }) answer!: string | null;
  @InstantColumn({ nullable: true }) answeredAt!: Date | null;
  /** What the mentor said when declining; shown to the mentee. */
  @TextColumn({ nullable: true }) decisionReason!: string | null;
  @InstantColumn({ nullable: true }) pendingAt!: Date | null;
  /** Until when the mentor may answer; known to both from the start. */
  @InstantColumn({ nullable: true }) answerBy!: Date | null;
  @InstantColumn({ nullable: true }) closedAt!: Date | null;
  @RefColumn({ nullable: true }) @ForeignKey('mentorship', { onDelete: 'SET NULL' }) mentorshipId!:
    string | null;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
  @VersionColumn() version!: number;
}
