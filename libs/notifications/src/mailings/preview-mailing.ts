import { MailConfig } from '#config';
import { Database } from '#database';
import { Clock } from '#kernel';
import { type MailAddress, renderMail, type RenderedMail } from '#mail';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { type MailingFacts, readerWithoutAccount, writeMailing } from '../mails/mailing.mail.js';
import { MailLinks } from '../mails/mail-links.js';
import { programOf, type ProgramFacts, readerOf } from '../mails/people.js';
import { MailingUnknownError } from '../notifications.errors.js';
import { MailingQueries } from './mailing.queries.js';
import type { MailingStep } from './mailing-text.js';
import { type Segment, type SegmentRow, segmentSql, segmentValues } from './segment.js';

const SAMPLES = 5;

/** A mail of a mailing as one person would get it. */
export interface MailingSample extends RenderedMail {
  readonly to: MailAddress;
  readonly subject: string;
}

/** Whom a mailing would reach now. */
export interface MailingPreview {
  readonly recipients: number;
  /** Those among them whose address a mail server refused for good. */
  readonly suppressed: number;
  readonly samples: readonly MailingSample[];
}

/** Counts whom a mailing would reach, and shows what five of them would read. */
@Injectable()
export class PreviewMailing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mailings: MailingQueries,
    private readonly links: MailLinks,
    private readonly config: MailConfig,
  ) {}

  /** @param place which mail of the series, from 0; the last one when there are fewer. @throws MailingUnknownError */
  async execute(mailingId: string, place: number, { programId }: ProgramActor): Promise<MailingPreview> {
    const { segment, steps } = await this.mailings.get(programId, mailingId);
    const step = steps[Math.min(place, steps.length - 1)];
    const program = await programOf(this.db, programId);
    if (step === undefined || program === null) throw new MailingUnknownError();
    const sql = segmentSql(segment);
    const values = segmentValues(programId, segment, this.clock.now());
    const [counts] = await this.db.query<{ recipients: number; suppressed: number }>(
      `SELECT count(*)::int AS recipients, count(x.email)::int AS suppressed
       FROM (${sql}) s LEFT JOIN suppressed_address x ON x.email = lower(s.email)`,
      values,
    );
    const people = await this.db.query<SegmentRow & { role: string }>(
      `SELECT s.*, coalesce(p.role, i.role) AS role FROM (${sql}) s
       LEFT JOIN participation p ON p.id = s.about_id LEFT JOIN invitation i ON i.id = s.about_id
       ORDER BY s.recipient_key LIMIT ${SAMPLES}`,
      values,
    );
    const samples: MailingSample[] = [];
    for (const person of people) samples.push(await this.sample(person, { program, step, segment }));
    return { recipients: counts?.recipients ?? 0, suppressed: counts?.suppressed ?? 0, samples };
  }

  private async sample(
    person: SegmentRow & { role: string },
    { program, step, segment }: { program: ProgramFacts; step: MailingStep; segment: Segment },
  ): Promise<MailingSample> {
    const facts: MailingFacts = {
      reader: (await readerOf(this.db, person.account_id)) ?? readerWithoutAccount(person.email),
      program,
      step,
      role: person.role,
      audience: segment.audience,
      // The links of a sample work for nobody: they would act in the name of the person shown.
      aboutId: '00000000-0000-7000-8000-000000000000',
    };
    const { fromName: brand, fromAddress } = this.config;
    const tools = { links: this.links, brand, fromAddress, texts: [] };
    const { to, content } = writeMailing(facts, tools, this.links.page('/u/sample'));
    return { to, subject: content.subject, ...(await renderMail(content)) };
  }
}
