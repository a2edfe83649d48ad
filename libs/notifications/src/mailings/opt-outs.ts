import { MailLinkUnknownError, MailTokens } from '#accounts';
import { Database } from '#database';
import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';

/** Whose link it is. */
export interface OptOutView {
  readonly programName: string;
  readonly isOut: boolean;
}

interface HolderRow {
  program_id: string;
  program_name: string;
  recipient_key: string;
  is_out: boolean;
}

const HOLDERS = {
  'opt-out': `SELECT p.program_id, p.account_id::text AS recipient_key FROM participation p WHERE p.id = $1`,
  'opt-out-invited': `SELECT i.program_id, coalesce(a.id::text, lower(i.email)) AS recipient_key
    FROM invitation i LEFT JOIN account a ON a.email = lower(i.email) WHERE i.id = $1 AND i.email IS NOT NULL`,
} as const;

/** People who want no mails to many, by the link in such a mail. The link works as long as the person is known. */
@Injectable()
export class OptOuts {
  constructor(
    private readonly db: Database,
    private readonly tokens: MailTokens,
    private readonly clock: Clock,
  ) {}

  /** Looks and changes nothing. @throws MailLinkUnknownError */
  async inspect(token: string): Promise<OptOutView> {
    const { program_name: programName, is_out: isOut } = await this.holderOf(token);
    return { programName, isOut };
  }

  /** No more of them. Doing it twice changes nothing. @throws MailLinkUnknownError */
  async add(token: string): Promise<OptOutView> {
    const { program_id, recipient_key, program_name: programName } = await this.holderOf(token);
    await this.db.query(
      `INSERT INTO mailing_opt_out (program_id, recipient_key, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [program_id, recipient_key, this.clock.now()],
    );
    return { programName, isOut: true };
  }

  /** They want them again. @throws MailLinkUnknownError */
  async remove(token: string): Promise<OptOutView> {
    const { program_id, recipient_key, program_name: programName } = await this.holderOf(token);
    await this.db.query(`DELETE FROM mailing_opt_out WHERE program_id = $1 AND recipient_key = $2`, [
      program_id,
      recipient_key,
    ]);
    return { programName, isOut: false };
  }

  private async holderOf(token: string): Promise<HolderRow> {
    for (const kind of ['opt-out', 'opt-out-invited'] as const) {
      const id = this.tokens.verifySignedId(kind, token);
      const [row] =
        id === null
          ? []
          : await this.db.query<HolderRow>(
              `SELECT h.program_id, h.recipient_key, g.name AS program_name, o.program_id IS NOT NULL AS is_out
               FROM (${HOLDERS[kind]}) h JOIN program g ON g.id = h.program_id
               LEFT JOIN mailing_opt_out o ON o.program_id = h.program_id AND o.recipient_key = h.recipient_key`,
              [id],
            );
      if (row !== undefined) return row;
    }
    throw new MailLinkUnknownError();
  }
}
