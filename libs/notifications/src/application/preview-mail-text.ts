import { MailConfig } from '#config';
import { Database } from '#database';
import { InvalidInputError } from '#http';
import { type MailAddress, renderMail, type RenderedMail } from '#mail';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { programLetter } from '../mails/letter.js';
import { MailLinks } from '../mails/mail-links.js';
import { sampleLetter } from '../mails/mail-test.mail.js';
import { programOf, type Reader, readerOf } from '../mails/people.js';
import { NotificationRecipientUnknownError } from '../notifications.errors.js';
import { problemsOfText, tokensOf } from '../templates/check-text.js';
import type { MailText } from '../templates/mail-template.js';
import { MailTemplateQueries } from './mail-template.queries.js';

/** What to show: a text that is being written, or what the mail says now. */
export interface PreviewInput {
  readonly key: string;
  readonly language: string;
  readonly text?: MailText | undefined;
  /** Whose name stands in it; the admin's own without. */
  readonly participationId?: string | undefined;
}

/** A mail as its reader would see it. */
export interface MailTextPreview extends RenderedMail {
  readonly subject: string;
  readonly to: MailAddress;
  readonly fromName: string;
  readonly replyTo: MailAddress | null;
}

/**
 * Shows a mail without sending it. Reader and program are real; whoever and whatever else stands in it is invented,
 * because an admin may not read what people wrote to each other.
 */
@Injectable()
export class PreviewMailText {
  constructor(
    private readonly db: Database,
    private readonly templates: MailTemplateQueries,
    private readonly links: MailLinks,
    private readonly config: MailConfig,
  ) {}

  /** @throws MailTemplateUnknownError, InvalidInputError, NotificationRecipientUnknownError */
  async execute({ key, language, ...input }: PreviewInput, actor: ProgramActor): Promise<MailTextPreview> {
    const { template, text: present } = await this.templates.get(actor.programId, key, language);
    const text = input.text ?? present;
    const problems = problemsOfText(text, tokensOf(template));
    if (problems.length > 0) throw new InvalidInputError(problems);
    const reader = await this.readerOf(input.participationId, actor);
    const program = await programOf(this.db, actor.programId);
    if (program === null) throw new NotificationRecipientUnknownError();
    const tools = {
      links: this.links,
      brand: this.config.fromName,
      fromAddress: this.config.fromAddress,
      texts: [{ key, language, text }],
    };
    const draft = programLetter({ ...reader, locale: language }, program, tools, sampleLetter(template));
    const { content, to, replyTo, fromName = this.config.fromName } = draft;
    const { subject } = content;
    return { ...(await renderMail(content)), subject, to, fromName, replyTo: replyTo ?? null };
  }

  private async readerOf(participationId: string | undefined, actor: ProgramActor): Promise<Reader> {
    const [row] =
      participationId === undefined
        ? [{ account_id: actor.accountId }]
        : await this.db.query<{ account_id: string }>(
            `SELECT account_id FROM participation WHERE id = $1 AND program_id = $2`,
            [participationId, actor.programId],
          );
    const reader = await readerOf(this.db, row?.account_id ?? null);
    if (reader === null) throw new NotificationRecipientUnknownError();
    return reader;
  }
}
