import { InstantColumn, TextColumn } from '#database';
import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One side's answer to a proposed mentorship; whoever is not asked has none. */
@Entity('mentorship_confirmation')
@Check('mentorship_confirmation_side_known', `side IN ('mentor', 'mentee')`)
@Check('mentorship_confirmation_answer_known', `answer IN ('confirmed', 'declined')`)
export class MentorshipConfirmationEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('mentorship', { onDelete: 'CASCADE' })
  mentorshipId!: string;

  @PrimaryColumn('text') side!: string;
  @InstantColumn() answerBy!: Date;
  /** Null while it is awaited. */
  @TextColumn({ nullable: true }) answer!: string | null;
  @InstantColumn({ nullable: true }) answeredAt!: Date | null;
}
