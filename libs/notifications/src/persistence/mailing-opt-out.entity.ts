import { InstantColumn } from '#database';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Somebody who wants no mails from admins to many; those about their own relationships they still get. */
@Entity('mailing_opt_out')
export class MailingOptOutEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('program', { onDelete: 'CASCADE' })
  programId!: string;

  /** Id of the account, or the address of somebody without one. */
  @PrimaryColumn('text') recipientKey!: string;
  @InstantColumn() createdAt!: Date;
}
