import { InstantColumn, JsonColumn, RefColumn, VersionColumn } from '#database';
import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { MailText } from '../templates/mail-template.js';

/** What a program lets a mail say in one language; without a row it says the default. */
@Entity('mail_template')
@Check('mail_template_language_known', `language ~ '^[a-z]{2}$'`)
export class MailTemplateEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('program', { onDelete: 'CASCADE' })
  programId!: string;

  /** Key of the template, for example `intro-mentee`. */
  @PrimaryColumn('text') key!: string;
  /** ISO 639-1. */
  @PrimaryColumn('text') language!: string;
  @JsonColumn() text!: MailText;
  @RefColumn({ nullable: true }) @ForeignKey('account', { onDelete: 'SET NULL' }) changedBy!: string | null;
  @InstantColumn() changedAt!: Date;
  @VersionColumn() version!: number;
}
