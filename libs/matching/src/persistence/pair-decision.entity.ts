import { InstantColumn, RefColumn, TextColumn } from '#database';
import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an admin made of a pair that a run found. Pairs without one are undecided. */
@Entity('pair_decision')
@Check('pair_decision_kind_known', `kind IN ('approved', 'declined', 'suppressed')`)
export class PairDecisionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('match_run', { onDelete: 'CASCADE' })
  runId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  menteeId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  mentorId!: string;

  @TextColumn() kind!: string;
  @TextColumn({ nullable: true }) note!: string | null;
  @RefColumn() @ForeignKey('account') decidedBy!: string;
  @InstantColumn() decidedAt!: Date;
}
