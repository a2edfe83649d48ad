import { InstantColumn, IntColumn, JsonColumn, RefColumn } from '#database';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A pair that an admin put beside those that a run found. */
@Entity('hand_made_pair')
export class HandMadePairEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('match_run', { onDelete: 'CASCADE' })
  runId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  menteeId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  mentorId!: string;

  /** 0–10,000; null for a pair that a hard rule forbids. */
  @IntColumn({ nullable: true }) score!: number | null;
  /** The contributions of `#scoring`. */
  @JsonColumn({ default: [] }) contributions!: object[];
  /** Codes of what was set aside: hard rules, `forbidden`, `below-minimum`. */
  @JsonColumn({ default: [] }) brokenRules!: string[];
  /** Pairs of the run that it took the place of, with what was said of them before. */
  @JsonColumn({ default: [] }) displaced!: object[];
  @RefColumn({ nullable: true }) @ForeignKey('mentorship', { onDelete: 'SET NULL' }) mentorshipId!:
    string | null;
  @RefColumn() @ForeignKey('account') addedBy!: string;
  @InstantColumn() addedAt!: Date;
}
