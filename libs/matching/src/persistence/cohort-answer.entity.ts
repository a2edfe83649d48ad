import { InstantColumn, IntColumn, TextColumn } from '#database';
import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody who is not enrolled in a round answered; whoever is enrolled has none. */
@Entity('cohort_answer')
@Index('cohort_answer_participation_idx', ['participationId'])
@Check('cohort_answer_known', `answer IN ('out', 'skipped', 'waiting')`)
export class CohortAnswerEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('cohort', { onDelete: 'CASCADE' })
  cohortId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  participationId!: string;

  /** `out`: not this time; `skipped`: stepped back after the enrolment had ended; `waiting`: for a place. */
  @TextColumn() answer!: string;
  /** Order of those who wait, the lowest first; kept under the lock of the round. */
  @IntColumn({ nullable: true }) place!: number | null;
  @InstantColumn({ default: () => 'now()' }) answeredAt!: Date;
}
