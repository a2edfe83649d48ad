import type { MailTemplate, MailText } from '../templates/mail-template.js';

/** A text of a program that differs from the default. */
export interface ChangedText {
  readonly language: string;
  readonly changedAt: Date;
  /** Empty when the person has been deleted. */
  readonly changedByName: string;
  readonly version: number;
}

/** A kind of mail with its tokens, its default text, and the languages in which a program has its own. */
export interface MailTemplateView {
  readonly template: MailTemplate;
  readonly changed: readonly ChangedText[];
}

/** What a mail says in one language. */
export interface MailTextView {
  readonly template: MailTemplate;
  readonly language: string;
  readonly text: MailText;
  /** Null while it says the default. */
  readonly changed: ChangedText | null;
  /** 0 while it says the default. */
  readonly version: number;
}
