import { InstantColumn } from '#database';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The mark of a handler that has done its work for an event, written in the transaction of that work. */
@Entity('inbox_mark')
export class InboxMarkEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('outbox_event', { onDelete: 'CASCADE' })
  eventId!: string;

  @PrimaryColumn('text') handler!: string;
  @InstantColumn({ default: () => 'now()' }) doneAt!: Date;
}
