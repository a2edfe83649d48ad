import { BoolColumn, RefColumn } from '#database';
import { Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody's part in a session. The exclusion constraint is what makes a double booking impossible, in a race too. */
@Entity('session_attendee')
@Index('session_attendee_account_idx', ['accountId'])
@Exclusion(
  'session_attendee_no_double_booking',
  `USING gist (account_id WITH =, during WITH &&) WHERE (busy)`,
)
export class SessionAttendeeEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('session', { onDelete: 'CASCADE' })
  sessionId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  participationId!: string;

  @RefColumn() @ForeignKey('account', { onDelete: 'CASCADE' }) accountId!: string;
  /** `[starts, ends)` of the session. */
  @Column('tstzrange') during!: string;
  /** False once the session is cancelled. */
  @BoolColumn({ default: true }) busy!: boolean;
}
