import { MailConfig } from '#config';
import { Database } from '#database';
import { Clock } from '#kernel';
import { type OutgoingMail, renderMail } from '#mail';
import { Injectable } from '@nestjs/common';
import { allMails } from '../mails/all-mails.js';
import { type Mail, type MailTools, Stale } from '../mails/mail.js';
import { MailLinks } from '../mails/mail-links.js';
import type { ClaimedDeliveryRow } from '../persistence/delivery.rows.js';
import { keysOfMail } from '../templates/all-templates.js';
import { MailTemplateQueries } from './mail-template.queries.js';

/** What writing a mail needs of its delivery. */
export type DeliveryToWrite = Pick<
  ClaimedDeliveryRow,
  'kind' | 'account_id' | 'program_id' | 'subject' | 'created_at' | 'message_id'
>;

/** The mail is not true any more. */
export interface StaleMail {
  readonly outcome: 'stale';
  readonly reason: string;
}

/** Nobody can write this mail as it is; another attempt would fail alike. */
export interface UnwritableMail {
  readonly outcome: 'unwritable';
  readonly reason: string;
}

/** The mail, ready to go. */
export interface WrittenMail {
  readonly outcome: 'written';
  readonly mail: OutgoingMail;
}

/** What became of the attempt to write a mail. */
export type PreparedMail = StaleMail | UnwritableMail | WrittenMail;

/** Writes the mail of a delivery from the present state. */
@Injectable()
export class WriteMail {
  private readonly tools: Omit<MailTools, 'texts'>;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly templates: MailTemplateQueries,
    links: MailLinks,
    config: MailConfig,
  ) {
    this.tools = { links, brand: config.fromName, fromAddress: config.fromAddress };
  }

  /** Reads what the mail is about and writes it; only the database's own errors are thrown. */
  async execute(delivery: DeliveryToWrite): Promise<PreparedMail> {
    const mail = (allMails as Readonly<Record<string, Mail | undefined>>)[delivery.kind];
    if (mail === undefined) return { outcome: 'unwritable', reason: `there is no mail ${delivery.kind}` };
    const prepared = await this.prepare(mail, delivery);
    if (prepared instanceof Error) return { outcome: 'unwritable', reason: prepared.message };
    if (prepared instanceof Stale) return { outcome: 'stale', reason: prepared.reason };
    const { program_id: programId, kind, subject } = delivery;
    const texts = await this.templates.written(programId, keysOfMail(kind, subject));
    try {
      const { content, ...draft } = prepared({ ...this.tools, texts });
      const { html, text } = await renderMail(content);
      const outgoing = {
        ...draft,
        subject: content.subject,
        html,
        text,
        messageId: delivery.message_id,
        // Lets a mail server, or somebody who looks for lost mails, tell what a mail is about.
        headers: { ...draft.headers, 'X-Rapport-Kind': delivery.kind },
      };
      return { outcome: 'written', mail: outgoing };
    } catch (error) {
      return { outcome: 'unwritable', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** A fault of our own, or of what is stored, comes back at each attempt; a fault of the database does not. */
  private async prepare(
    mail: Mail,
    delivery: DeliveryToWrite,
  ): Promise<Error | Awaited<ReturnType<Mail['prepare']>>> {
    try {
      return await mail.prepare(this.db, {
        accountId: delivery.account_id,
        programId: delivery.program_id,
        subject: delivery.subject,
        owedSince: delivery.created_at,
        now: this.clock.now(),
      });
    } catch (error) {
      if (error instanceof TypeError || error instanceof RangeError) return error;
      throw error;
    }
  }
}
