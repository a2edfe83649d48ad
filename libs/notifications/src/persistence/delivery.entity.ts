import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '#database';
import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** One message owed to one recipient over one channel. */
@Entity('delivery')
@Unique('delivery_intent_key', ['eventId', 'recipientKey', 'channel'])
@Index('delivery_due_idx', ['nextAttemptAt'], { where: `state IN ('pending', 'claimed')` })
@Index('delivery_program_idx', ['programId', 'id'])
@Index('delivery_mailing_idx', ['mailingId', 'recipientKey'], { where: 'mailing_id IS NOT NULL' })
@Check(
  'delivery_state_known',
  `state IN ('pending', 'claimed', 'sent', 'failed', 'suppressed', 'dropped', 'expired')`,
)
export class DeliveryEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('outbox_event', { onDelete: 'CASCADE' }) eventId!: string;
  @RefColumn({ nullable: true }) @ForeignKey('program', { onDelete: 'CASCADE' }) programId!: string | null;
  /** Id of the account, or the invitation's id where there is no account yet. */
  @TextColumn() recipientKey!: string;
  @RefColumn({ nullable: true }) @ForeignKey('account', { onDelete: 'CASCADE' }) accountId!: string | null;
  /** The mailing that it is part of. */
  @RefColumn({ nullable: true }) @ForeignKey('mailing', { onDelete: 'CASCADE' }) mailingId!: string | null;
  @TextColumn({ default: 'email' }) channel!: string;
  /** Which mail it is, for example `session-reminder`. */
  @TextColumn() kind!: string;
  /** What the mail is about, in ids; it is rendered from the present state when sent. */
  @JsonColumn() subject!: Record<string, string | number>;
  @TextColumn() state!: string;
  @TextColumn() messageId!: string;
  @IntColumn({ default: 0 }) attempts!: number;
  @InstantColumn() nextAttemptAt!: Date;
  @InstantColumn() nextRingAt!: Date;
  /** Fencing token of whoever holds the claim. */
  @RefColumn({ nullable: true }) claimToken!: string | null;
  @InstantColumn({ nullable: true }) claimedUntil!: Date | null;
  /** What the mail server said last. */
  @TextColumn({ nullable: true }) lastError!: string | null;
  @InstantColumn() createdAt!: Date;
  /** When an admin let it be tried again; its age counts from here. */
  @InstantColumn({ nullable: true }) retriedAt!: Date | null;
  @InstantColumn({ nullable: true }) finishedAt!: Date | null;
}
