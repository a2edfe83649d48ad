import { JsonColumn, TextColumn } from '#database';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Somebody whom a run left over, and why. */
@Entity('match_unmatched')
export class MatchUnmatchedEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('match_run', { onDelete: 'CASCADE' })
  runId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey('participation', { onDelete: 'CASCADE' })
  participationId!: string;

  @TextColumn() role!: string;
  /** The diagnosis of `#assignment`. */
  @JsonColumn() diagnosis!: object;
}
