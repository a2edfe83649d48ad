import { Database } from '#database';
import { LANGUAGE_CODES } from '#roster';
import { Injectable } from '@nestjs/common';
import { MailTemplateUnknownError } from '../notifications.errors.js';
import type { MailTemplateRow } from '../persistence/mail-template.rows.js';
import { allTemplates, findTemplate } from '../templates/all-templates.js';
import type { MailTemplate } from '../templates/mail-template.js';
import type { WrittenText } from '../templates/program-texts.js';
import type { ChangedText, MailTemplateView, MailTextView } from './mail-template.view.js';

const ROWS = `SELECT t.key, t.language, t.text, t.changed_at, t.version, a.name AS changed_by_name
  FROM mail_template t LEFT JOIN account a ON a.id = t.changed_by`;

/** Reads what the mails of a program say. */
@Injectable()
export class MailTemplateQueries {
  constructor(private readonly db: Database) {}

  /** Every mail whose text can be changed, in the order of a participant's way. */
  async list(programId: string): Promise<MailTemplateView[]> {
    const rows = await this.db.query<MailTemplateRow>(
      `${ROWS} WHERE t.program_id = $1 ORDER BY t.key, t.language`,
      [programId],
    );
    return allTemplates.map((template) => ({
      template,
      changed: rows.filter(({ key }) => key === template.key).map(toChanged),
    }));
  }

  /** What a mail says in one language. @throws MailTemplateUnknownError */
  async get(programId: string, key: string, language: string): Promise<MailTextView> {
    const template = templateOf(key, language);
    const [row] = await this.db.query<MailTemplateRow>(
      `${ROWS} WHERE t.program_id = $1 AND t.key = $2 AND t.language = $3`,
      [programId, key, language],
    );
    return {
      template,
      language,
      text: row?.text ?? template.text,
      changed: row === undefined ? null : toChanged(row),
      version: row?.version ?? 0,
    };
  }

  /** The texts that a program has written for these templates. */
  async written(programId: string | null, keys: readonly string[]): Promise<WrittenText[]> {
    if (programId === null || keys.length === 0) return [];
    return this.db.query<WrittenText>(
      `SELECT key, language, text FROM mail_template WHERE program_id = $1 AND key = ANY($2)`,
      [programId, keys],
    );
  }
}

/** The template of an address. @throws MailTemplateUnknownError, also for an unknown language */
export function templateOf(key: string, language: string): MailTemplate {
  const template = findTemplate(key);
  if (template === null || !LANGUAGE_CODES.includes(language)) throw new MailTemplateUnknownError();
  return template;
}

function toChanged({ language, changed_at, changed_by_name, version }: MailTemplateRow): ChangedText {
  return { language, changedAt: changed_at, changedByName: changed_by_name ?? '', version };
}
