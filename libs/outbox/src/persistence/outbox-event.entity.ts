import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '#database';
import { Entity, Index, Unique } from 'typeorm';

/** An event whose work is owed until `doneAt`. */
@Entity('outbox_event')
@Unique('outbox_event_dedupe_key', ['dedupeKey'])
@Index('outbox_event_owed_idx', ['nextRingAt'], { where: 'done_at IS NULL' })
@Index('outbox_event_subject_idx', ['subjectId'])
export class OutboxEventEntity {
  @IdColumn() id!: string;
  @TextColumn() type!: string;
  @RefColumn({ nullable: true }) programId!: string | null;
  @RefColumn() subjectId!: string;
  @IntColumn({ nullable: true }) subjectVersion!: number | null;
  @TextColumn({ nullable: true }) dedupeKey!: string | null;
  @JsonColumn() payload!: object;
  @InstantColumn() dueAt!: Date;
  /** When the bell is rung (again); spaces the rings and says nothing about the work. */
  @InstantColumn() nextRingAt!: Date;
  @IntColumn({ default: 0 }) rings!: number;
  @TextColumn({ nullable: true }) lastError!: string | null;
  @InstantColumn({ default: () => 'now()' }) createdAt!: Date;
  @InstantColumn({ nullable: true }) doneAt!: Date | null;
}
