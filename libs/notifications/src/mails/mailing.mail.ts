import { MAILING_PAGES, type MailingStep, textOfStep } from '../mailings/mailing-text.js';
import { type Segment, segmentSql, segmentValues } from '../mailings/segment.js';
import type { MailTemplate } from '../templates/mail-template.js';
import { DEFAULT_LANGUAGE } from '../templates/program-texts.js';
import { button } from './blocks.js';
import { letterOf, programLetter } from './letter.js';
import type { MailLinks } from './mail-links.js';
import { defineMail, idIn, type MailDraft, type MailTools, numberIn, Stale } from './mail.js';
import { programOf, type ProgramFacts, type Reader, readerOf } from './people.js';

interface MailingRow {
  program_id: string;
  segment: Segment;
  steps: MailingStep[];
  state: string;
}

/** What a mail of a mailing says to one person. */
export interface MailingFacts {
  readonly reader: Reader;
  readonly program: ProgramFacts;
  readonly step: MailingStep;
  readonly role: string;
  readonly audience: Segment['audience'];
  /** Participation or invitation. */
  readonly aboutId: string;
}

/** The mail of one step; its last part lets the reader get no more of them, and nobody can leave it out. */
export function writeMailing(facts: MailingFacts, tools: MailTools, unsubscribe: string): MailDraft {
  const { step, program, role, audience } = facts;
  const text = textOfStep(step);
  const template: MailTemplate = {
    key: 'mailing',
    mail: 'mailing',
    role: audience === 'invited' ? 'invited' : 'participant',
    about: 'A mail to many',
    words: {},
    parts: {},
    text: {
      ...text,
      blocks: [
        ...text.blocks,
        { style: 'paragraph', text: '{{button}}' },
        { style: 'paragraph', text: '{{unsubscribe}}' },
      ],
    },
  };
  const letter = letterOf(
    template,
    {
      words: { role },
      parts: {
        button: step.button === null ? [] : button(step.button.label, pageOf(facts, tools.links)),
        unsubscribe: [
          { type: 'small', text: `This mail went to several people of ${program.name}.` },
          ...button('No more mails like this', unsubscribe, true),
        ],
      },
    },
    { because: audience === 'invited' ? `you were invited to ${program.name}` : undefined },
  );
  // RFC 8058: one click in the reader's mail program is enough.
  const headers = {
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  return { ...programLetter(facts.reader, program, tools, letter), headers };
}

function pageOf({ step, aboutId }: MailingFacts, links: MailLinks): string {
  const page = step.button?.page ?? 'home';
  return page === 'invitation' ? links.invitation(aboutId) : links.page(MAILING_PAGES[page]);
}

/** The address that takes one reader off. */
export function unsubscribeUrl({ audience, aboutId }: MailingFacts, links: MailLinks): string {
  return links.unsubscribe(audience === 'invited' ? 'opt-out-invited' : 'opt-out', aboutId);
}

/** A mail that an admin wrote to many; stale for whoever no longer belongs to them. */
export const mailingMail = defineMail<MailingFacts>({
  async load(db, input) {
    const [mailing] = await db.query<MailingRow>(
      `SELECT program_id, segment, steps, state FROM mailing WHERE id = $1`,
      [idIn(input, 'mailingId')],
    );
    const step = mailing?.steps[numberIn(input, 'step')];
    if (mailing === undefined || step === undefined) return new Stale('the mailing was deleted');
    if (mailing.state === 'cancelled') return new Stale('the mailing was cancelled');
    const aboutId = idIn(input, 'aboutId');
    const values = segmentValues(mailing.program_id, mailing.segment, input.now, aboutId);
    const [person] = await db.query<{ email: string }>(segmentSql(mailing.segment), values);
    if (person === undefined)
      return new Stale('the person no longer belongs to those it was for, or wants no such mails');
    const { audience } = mailing.segment;
    const [about] = await db.query<{ role: string }>(
      `SELECT role FROM ${audience === 'invited' ? 'invitation' : 'participation'} WHERE id = $1`,
      [aboutId],
    );
    const program = await programOf(db, mailing.program_id);
    const reader = (await readerOf(db, input.accountId)) ?? readerWithoutAccount(person.email);
    if (program === null || about === undefined) return new Stale('it was deleted');
    return { reader, program, step, role: about.role, audience, aboutId };
  },
  write: (facts, tools) => writeMailing(facts, tools, unsubscribeUrl(facts, tools.links)),
});

/** Somebody who was invited and has no account yet. */
export function readerWithoutAccount(email: string): Reader {
  return { accountId: '', name: '', email, timeZone: 'UTC', locale: DEFAULT_LANGUAGE };
}
