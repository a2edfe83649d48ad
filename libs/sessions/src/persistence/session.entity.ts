import {
  BoolColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '#database';
import { Check, Entity, ForeignKey, Index } from 'typeorm';

/** A meeting of a mentorship. */
@Entity('session')
@Index('session_mentorship_idx', ['mentorshipId', 'startsAt'])
@Index('session_program_idx', ['programId', 'startsAt'])
@Check(
  'session_state_known',
  `state IN ('proposed', 'countered', 'scheduled', 'completed', 'did_not_happen', 'cancelled', 'expired', 'disputed')`,
)
@Check('session_ends_after_start', `ends_at > starts_at`)
export class SessionEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  @RefColumn() @ForeignKey('mentorship', { onDelete: 'CASCADE' }) mentorshipId!: string;
  @TextColumn() state!: string;
  @InstantColumn() startsAt!: Date;
  @InstantColumn() endsAt!: Date;
  /** The zone in which the time was agreed. */
  @TextColumn() timeZone!: string;
  /** A link or a place. */
  @TextColumn({ default: '' }) location!: string;
  /** `SEQUENCE` of RFC 5545: raised by each move and by the cancellation. */
  @IntColumn({ default: 0 }) sequence!: number;
  @RefColumn() @ForeignKey('account') bookedBy!: string;
  @RefColumn({ nullable: true }) @ForeignKey('account') cancelledBy!: string | null;
  @InstantColumn({ nullable: true }) cancelledAt!: Date | null;
  /** Whether it came within the hours that the program called late at that time. */
  @BoolColumn({ default: false }) cancelledLate!: boolean;
  @TextColumn({ nullable: true }) cancelReason!: string | null;
  /** Account of whoever said last whether it took place. */
  @RefColumn({ nullable: true }) @ForeignKey('account', { onDelete: 'SET NULL' }) outcomeBy!: string | null;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
  @VersionColumn() version!: number;
}
