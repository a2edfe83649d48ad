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
import { Check, Entity, ForeignKey, Index } from 'typeorm';

/** One computation over a cohort's snapshot. What it computed never changes. */
@Entity('match_run')
@Index('match_run_cohort_idx', ['cohortId', 'id'])
@Index('match_run_succeeded_idx', ['programId', 'id'], { where: `state = 'succeeded'` })
@Index('match_run_published_key', ['cohortId'], {
  unique: true,
  where: `kind = 'round' AND published_at IS NOT NULL AND withdrawn_at IS NULL`,
})
@Index('match_run_under_way_key', ['cohortId'], {
  unique: true,
  where: `state IN ('queued', 'running') AND batch_id IS NULL`,
})
@Index('match_run_batch_idx', ['batchId'], { where: 'batch_id IS NOT NULL' })
@Check('match_run_state_known', `state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')`)
@Check('match_run_kind_known', `kind IN ('round', 'rematch')`)
@Check('match_run_progress_in_range', `progress BETWEEN 0 AND 100`)
export class MatchRunEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  @RefColumn() @ForeignKey('cohort', { onDelete: 'CASCADE' }) cohortId!: string;
  @TextColumn() state!: string;
  /** Per cent. */
  @IntColumn({ default: 0 }) progress!: number;
  /** What it is doing, in words. */
  @TextColumn({ default: 'waiting' }) stage!: string;
  /** Objective, order, weights, rules, minimum score, seed and term, as they were. */
  @JsonColumn() parameters!: object;
  /** Runs that were asked for together, to be looked at side by side; null for a single one. */
  @RefColumn({ nullable: true }) batchId!: string | null;
  /** What it is called among them. */
  @TextColumn({ nullable: true }) label!: string | null;
  /** Over a whole round, or a re-match in the middle of it. */
  @TextColumn({ default: 'round' }) kind!: string;
  /** SHA-256 of everything the computation read. */
  @TextColumn({ nullable: true }) inputHash!: string | null;
  /** Quality figures and counts; small however large the cohort is. */
  @JsonColumn({ nullable: true }) summary!: object | null;
  /** The certificate with all its prices: large, so read only where it is asked for. */
  @JsonColumn({ nullable: true }) certificate!: object | null;
  @TextColumn({ nullable: true }) failure!: string | null;
  /** Proof of the worker that computes it, and until when it is believed without a sign of life. */
  @RefColumn({ nullable: true }) claimToken!: string | null;
  @InstantColumn({ nullable: true }) claimedUntil!: Date | null;
  /** An admin started it although fewer mentors were ready than the round asks for. */
  @BoolColumn({ default: false }) readinessOverridden!: boolean;
  @RefColumn() @ForeignKey('account') requestedBy!: string;
  @InstantColumn({ default: () => 'now()' }) requestedAt!: Date;
  @InstantColumn({ nullable: true }) startedAt!: Date | null;
  @InstantColumn({ nullable: true }) finishedAt!: Date | null;
  @InstantColumn({ nullable: true }) cancelRequestedAt!: Date | null;
  @RefColumn({ nullable: true }) @ForeignKey('account') cancelRequestedBy!: string | null;
  @InstantColumn({ nullable: true }) publishedAt!: Date | null;
  @RefColumn({ nullable: true }) @ForeignKey('account') publishedBy!: string | null;
  /** What publishing did so far: `{started, skipped: [{menteeId, mentorId, why}], held, declined}`. */
  @JsonColumn({ nullable: true }) publication!: object | null;
  /** Who published a part of it, and when: `[{at, by, started}]`. */
  @JsonColumn({ default: [] }) publications!: object[];
  @InstantColumn({ nullable: true }) withdrawnAt!: Date | null;
  @RefColumn({ nullable: true }) @ForeignKey('account') withdrawnBy!: string | null;
  /** What those concerned read of why. */
  @TextColumn({ nullable: true }) withdrawReason!: string | null;
  /** When those left over are told that they have no partner, and those whose pairs were kept back at the latest. */
  @InstantColumn({ nullable: true }) answersDueAt!: Date | null;
  @InstantColumn({ nullable: true }) holdUntil!: Date | null;
  @VersionColumn() version!: number;
}
