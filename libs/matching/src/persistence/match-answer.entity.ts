import { InstantColumn, JsonColumn, TextColumn } from '#database';
import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The answer to somebody whom a publication left without a partner: one for each person and publication. */
@Entity('match_answer')
@Check('match_answer_role_known', `role IN ('mentee', 'mentor')`)
export class MatchAnswerEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('match_run', { onDelete: 'CASCADE' })
  runId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  participationId!: string;

  @TextColumn() role!: string;
  /** What the answer says, as it was when it was given: `AnswerFacts`. */
  @JsonColumn() facts!: object;
  @InstantColumn() toldAt!: Date;
}
