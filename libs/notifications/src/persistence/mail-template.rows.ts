import type { MailText } from '../templates/mail-template.js';

/** A changed text of a program. */
export interface MailTemplateRow {
  key: string;
  language: string;
  text: MailText;
  changed_at: Date;
  changed_by_name: string | null;
  version: number;
}
