import { InstantColumn, TextColumn } from '#database';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * What somebody says of themselves for the fairness report, by choice. Kept apart: only the person reads it, and the report
 * counts it; profiles, scores, rules, imports and exports of people never touch this table.
 */
@Entity('group_answer')
export class GroupAnswerEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('program', { onDelete: 'CASCADE' })
  programId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('account', { onDelete: 'CASCADE' })
  accountId!: string;

  /** Key of a question in the program's settings. */
  @PrimaryColumn('text') question!: string;
  /** Key of one of its options. */
  @TextColumn() answer!: string;
  @InstantColumn() answeredAt!: Date;
}
