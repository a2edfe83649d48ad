import { IdColumn, InstantColumn, JsonColumn, RefColumn, TextColumn } from '#database';
import { Entity, ForeignKey, Index } from 'typeorm';

/** Permission to do one thing from a mail. The secret is an HMAC of the id and is never stored. */
@Entity('mail_token')
@Index('mail_token_account_idx', ['accountId'])
export class MailTokenEntity {
  @IdColumn() id!: string;
  @RefColumn() @ForeignKey('account', { onDelete: 'CASCADE' }) accountId!: string;
  @TextColumn() purpose!: string;
  /** What the permission is about: ids alone. */
  @JsonColumn({ default: {} }) context!: Record<string, string>;
  @InstantColumn() createdAt!: Date;
  @InstantColumn() expiresAt!: Date;
  @InstantColumn({ nullable: true }) usedAt!: Date | null;
}
