import { BoolColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '#database';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A pair that a run found. */
@Entity('match_pair')
@Index('match_pair_run_score_idx', ['runId', 'score'])
export class MatchPairEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('match_run', { onDelete: 'CASCADE' })
  runId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  menteeId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  mentorId!: string;

  /** 0–10,000. */
  @IntColumn() score!: number;
  @BoolColumn({ default: false }) locked!: boolean;
  /** `strong`, `good`, `possible`, or null where the program is too small for words. */
  @TextColumn({ nullable: true }) strength!: string | null;
  /** The contributions of `#scoring`, which sum to the score. */
  @JsonColumn() contributions!: object[];
  @RefColumn({ nullable: true }) @ForeignKey('mentorship', { onDelete: 'SET NULL' }) mentorshipId!:
    string | null;
}
