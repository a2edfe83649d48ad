import {
  BoolColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  VersionColumn,
} from '#database';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** A round of matching. */
@Entity('cohort')
@Index('cohort_program_idx', ['programId', 'id'])
@Index('cohort_source_idx', ['sourceCohortId'], { where: 'source_cohort_id IS NOT NULL' })
@Check(
  'cohort_state_known',
  `state IN ('draft', 'open', 'closed', 'matching', 'published', 'running', 'completed', 'cancelled')`,
)
@Check('cohort_tell_unmatched_known', `tell_unmatched IN ('now', 'after-hold')`)
@Check('cohort_hold_in_range', `hold_working_days BETWEEN 1 AND 5`)
@Check('cohort_confirmation_known', `confirmation IN ('none', 'mentor', 'both')`)
@Check('cohort_objective_known', `objective IN ('coverage', 'total', 'stable', 'fair')`)
export class CohortEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  @TextColumn() name!: string;
  @TextColumn() state!: string;
  @TextColumn({ default: 'coverage' }) objective!: string;
  /** Who comes first when places are scarce: `waited` or `score`. */
  @TextColumn({ default: 'waited' }) placeOrder!: string;
  /** Weights of the features; they sum to 100. */
  @JsonColumn() weights!: Record<string, number>;
  /** Hard rules of `#scoring`. */
  @JsonColumn() rules!: object;
  @IntColumn({ default: 0 }) minimumScore!: number;
  /** Seed of the lottery; published with the run. */
  @TextColumn() seed!: string;
  /** First day of the term (program's zone) and its length. */
  @Column('date') termFrom!: string;
  @IntColumn({ default: 26 }) termWeeks!: number;
  /** The round that this one repeats. */
  @RefColumn({ nullable: true }) @ForeignKey('cohort', { onDelete: 'SET NULL' }) sourceCohortId!:
    string | null;
  /** How people get into it: `EnrolmentSettings`. */
  @JsonColumn({ default: {} }) enrolment!: object;
  /** When those left without a partner are told: `now` or `after-hold`. */
  @TextColumn({ default: 'after-hold' }) tellUnmatched!: string;
  @IntColumn({ default: 5 }) holdWorkingDays!: number;
  /** What there is for them meanwhile, in the admin's words. */
  @TextColumn({ nullable: true }) meanwhile!: string | null;
  /** Who has to say yes before a published pair starts: `none`, `mentor` or `both`. */
  @TextColumn({ default: 'none' }) confirmation!: string;
  @IntColumn({ default: 3 }) confirmWithinWorkingDays!: number;
  /** Whether the next best mentor is proposed by itself after a no. */
  @BoolColumn({ default: false }) proposeNextBest!: boolean;
  @RefColumn() @ForeignKey('account') createdBy!: string;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
  @VersionColumn() version!: number;
}
