import { InstantColumn, RefColumn, TextColumn } from '#database';
import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** "The same again?": somebody of an earlier round is asked whether they take part in the next one. */
@Entity('same_again')
@Index('same_again_participation_idx', ['participationId'])
@Index('same_again_untold_idx', ['cohortId', 'participationId'], { where: 'told_at IS NULL' })
@Check('same_again_answer_known', `answer IN ('yes', 'no')`)
@Check('same_again_answered', `(answer IS NULL) = (answered_at IS NULL)`)
export class SameAgainEntity {
  /** The round that is to come. */
  @PrimaryColumn('uuid')
  @ForeignKey('cohort', { onDelete: 'CASCADE' })
  cohortId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  participationId!: string;

  @RefColumn() @ForeignKey('account') askedBy!: string;
  @InstantColumn() askedAt!: Date;
  /** When the mail was put on its way. */
  @InstantColumn({ nullable: true }) toldAt!: Date | null;
  /** `yes`, `no`, or null for silence. */
  @TextColumn({ nullable: true }) answer!: string | null;
  @InstantColumn({ nullable: true }) answeredAt!: Date | null;
}
