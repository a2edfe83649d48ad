import { BoolColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '#database';
import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody who takes part in a round. */
@Entity('cohort_member')
@Index('cohort_member_participation_idx', ['participationId'])
@Check('cohort_member_role_known', `role IN ('mentee', 'mentor')`)
export class CohortMemberEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('cohort', { onDelete: 'CASCADE' })
  cohortId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  participationId!: string;

  @TextColumn() role!: string;
  /** Rounds in a row in which a mentee went without a mentor. */
  @IntColumn({ default: 0 }) roundsWaited!: number;
  /** The same before the round was published; null until then. */
  @IntColumn({ nullable: true }) roundsWaitedBefore!: number | null;
  /** Declared by the program; higher goes first. */
  @IntColumn({ default: 0 }) priority!: number;
  /** Joined after the enrolment had closed. */
  @BoolColumn({ default: false }) late!: boolean;
  @RefColumn() @ForeignKey('account') enrolledBy!: string;
  @InstantColumn({ default: () => 'now()' }) enrolledAt!: Date;
}
