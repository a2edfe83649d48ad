import { IdColumn, InstantColumn, JsonColumn, RefColumn, TextColumn, VersionColumn } from '#database';
import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { MailingStep } from '../mailings/mailing-text.js';
import type { Segment } from '../mailings/segment.js';

/** A mail, or a series of up to four, that an admin writes to many people. */
@Entity('mailing')
@Index('mailing_program_idx', ['programId', 'id'])
@Check('mailing_state_known', `state IN ('draft', 'scheduled', 'sending', 'sent', 'cancelled')`)
export class MailingEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string;
  @TextColumn() name!: string;
  @JsonColumn() segment!: Segment;
  @JsonColumn() steps!: MailingStep[];
  @TextColumn() state!: string;
  /** When the first mail is due. */
  @InstantColumn({ nullable: true }) sendAt!: Date | null;
  @RefColumn({ nullable: true }) @ForeignKey('account', { onDelete: 'SET NULL' }) createdBy!: string | null;
  @InstantColumn() createdAt!: Date;
  @InstantColumn({ nullable: true }) finishedAt!: Date | null;
  @VersionColumn() version!: number;
}
