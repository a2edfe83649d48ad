import { Database } from '#database';
import { InvalidInputError, VersionConflictError } from '#http';
import { Clock } from '#kernel';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { problemsOfText, tokensOf } from '../templates/check-text.js';
import type { MailText } from '../templates/mail-template.js';
import { templateOf } from './mail-template.queries.js';

/** Which text is meant, and the version that the editor read. */
export interface MailTextEdit {
  readonly key: string;
  readonly language: string;
  /** 0 for a text that was the default. */
  readonly version: number;
}

/** Lets a mail of a program say something else, or the default again. Mails that are not sent yet say it too. */
@Injectable()
export class ChangeMailText {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** @throws MailTemplateUnknownError, InvalidInputError, VersionConflictError */
  async write(
    { key, language, version, text }: MailTextEdit & { text: MailText },
    actor: ProgramActor,
  ): Promise<void> {
    const problems = problemsOfText(text, tokensOf(templateOf(key, language)));
    if (problems.length > 0) throw new InvalidInputError(problems);
    const values = [actor.programId, key, language, text, actor.accountId, this.clock.now()];
    await this.db.transaction(async () => {
      const written = await (version === 0
        ? this.db.query(
            `INSERT INTO mail_template (program_id, key, language, text, changed_by, changed_at)
           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING key`,
            values,
          )
        : this.db.query(
            `UPDATE mail_template SET text = $4, changed_by = $5, changed_at = $6, version = version + 1
           WHERE program_id = $1 AND key = $2 AND language = $3 AND version = $7 RETURNING key`,
            [...values, version],
          ));
      if (written.length === 0) throw new VersionConflictError();
      await this.note('program.mail-text-changed', key, actor);
    });
  }

  /** Goes back to the default; of a text that is the default already nothing is left to do. @throws like `write` */
  async reset({ key, language, version }: MailTextEdit, actor: ProgramActor): Promise<void> {
    templateOf(key, language);
    await this.db.transaction(async () => {
      const [row] = await this.db.query<{ left: number | null; gone: boolean }>(
        `WITH gone AS (DELETE FROM mail_template
         WHERE program_id = $1 AND key = $2 AND language = $3 AND version = $4 RETURNING key)
       SELECT max(version) AS left, EXISTS (SELECT 1 FROM gone) AS gone FROM mail_template
       WHERE program_id = $1 AND key = $2 AND language = $3 AND version <> $4`,
        [actor.programId, key, language, version],
      );
      if (row?.left != null) throw new VersionConflictError();
      if (row?.gone === true) await this.note('program.mail-text-reset', key, actor);
    });
  }

  private async note(
    action: 'program.mail-text-changed' | 'program.mail-text-reset',
    key: string,
    actor: ProgramActor,
  ): Promise<void> {
    await this.audit.record(actor, { action, subjectId: actor.programId, fields: [key] });
  }
}
