import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { MailKind } from '../mails/mail-kind.js';
import { WriteMail } from './write-mail.js';

/** A mail that may be sent later. */
export interface MailToPreview {
  readonly kind: MailKind;
  readonly accountId: string;
  readonly programId: string;
  readonly subject: Readonly<Record<string, string | number>>;
}

/** What it would say now. */
export interface MailPreview {
  readonly subject: string;
  readonly text: string;
}

/** Shows an admin a mail without links of its own, as it would be sent now. */
@Injectable()
export class PreviewMail {
  constructor(
    private readonly writeMail: WriteMail,
    private readonly clock: Clock,
  ) {}

  /** @returns null where the mail would not be sent any more */
  async execute({ kind, accountId, programId, subject }: MailToPreview): Promise<MailPreview | null> {
    const written = await this.writeMail.execute({
      kind,
      account_id: accountId,
      program_id: programId,
      subject,
      created_at: this.clock.now(),
      message_id: '',
    });
    return written.outcome === 'written' ? { subject: written.mail.subject, text: written.mail.text } : null;
  }
}
