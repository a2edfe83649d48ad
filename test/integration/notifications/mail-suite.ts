import type { MailKind } from '#notifications';
import type { ParticipationEntity, ProgramEntity } from '#programs/entities';
import type { NotificationsApp } from '../../support/notifications-app.js';
import type { CaughtMail } from '../../support/smtp.js';

/** A Sunday, four weeks before clocks change in Europe. */
export const NOW = new Date('2026-03-01T09:00:00Z');
export const DANA = 'dana@example.org';
export const ANA = 'ana@example.org';
export const SAM = 'sam@example.org';

/** What the parts of the suite of all mails share: Dana is the mentor, Ana the mentee, Sam runs the program. */
export interface MailSuite {
  readonly app: NotificationsApp;
  readonly program: ProgramEntity;
  readonly mentor: ParticipationEntity;
  readonly mentee: ParticipationEntity;
  /** Notes that a kind of mail was sent. */
  readonly cover: (kind: MailKind) => Promise<void>;
}

/** The only mail of a list to an address. */
export function only(mails: readonly CaughtMail[], address: string): CaughtMail {
  const found = mails.filter((mail) => mail.to.includes(address));
  expect(found).toHaveLength(1);
  return found[0]!;
}

/** The links of the plain version. */
export const linksOf = (mail: CaughtMail): string[] => mail.text.match(/https:\/\/rapport\.test\/\S+/g) ?? [];

export const reply = (mail: CaughtMail) => mail.parsed.replyTo?.value[0]?.address;
