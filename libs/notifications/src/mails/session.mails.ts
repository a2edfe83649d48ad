import { formatBothClocks } from '#availability';
import type { Database } from '#database';
import { type CalendarPart, isolateName, type MailBlock, type MailFact, sessionInvite } from '#mail';
import { reminderVerdict } from '#sessions';
import {
  sessionBookedTemplates,
  sessionCancelledTemplates,
  sessionMovedTemplates,
  sessionReminderTemplates,
} from '../templates/session.templates.js';
import { button, quoted } from './blocks.js';
import { type Letter, letterOf, programLetter } from './letter.js';
import { defineMail, idIn, type Mail, type MailInput, type MailTools, numberIn, Stale } from './mail.js';
import type { Reader } from './people.js';
import { isOver, type SessionFacts, sessionFacts } from './session-facts.js';
import { timeUntil } from './time-until.js';

/** The other half of the pair, as the reader sees it. */
const partnerOf = ({ attendees, reader }: SessionFacts): Reader =>
  attendees.find((one) => one.accountId !== reader.accountId) ?? reader;

function when(facts: SessionFacts): string {
  return formatBothClocks(
    facts.session.starts_at.getTime(),
    facts.reader.timeZone,
    partnerOf(facts).timeZone,
  );
}

function details(facts: SessionFacts): MailBlock {
  const { session } = facts;
  const minutes = Math.round((session.ends_at.getTime() - session.starts_at.getTime()) / 60_000);
  return {
    type: 'facts',
    items: [
      { label: 'When', value: when(facts) },
      { label: 'How long', value: `${minutes} minutes` },
      ...(session.location === '' ? [] : [where(session.location)]),
    ],
  };
}

/** A place, or an address that can be clicked. */
function where(location: string): MailFact {
  const fact = { label: 'Where', value: location };
  return /^https?:\/\//.test(location) && URL.canParse(location) ? { ...fact, url: location } : fact;
}

function calendar(
  facts: SessionFacts,
  method: CalendarPart['method'],
  tools: MailTools,
  input: MailInput,
): CalendarPart {
  const { session, program, attendees } = facts;
  return sessionInvite({
    method,
    uid: `${idIn(input, 'sessionId')}@rapport`,
    sequence: session.sequence,
    stamp: input.owedSince,
    startsAt: session.starts_at,
    endsAt: session.ends_at,
    timeZone: session.time_zone,
    summary: `${attendees.map((one) => one.name).join(' and ')}: ${program.name}`,
    description: `Move or cancel: ${bookingPage(facts, tools)}`,
    location: session.location,
    url: bookingPage(facts, tools),
    organizer: { name: program.name, address: tools.fromAddress },
    attendees: attendees.map((one) => ({ name: one.name, address: one.email })),
  });
}

const bookingPage = ({ session }: SessionFacts, { links }: MailTools): string =>
  links.page(`/mentorships/${session.mentorship_id}`);

interface SessionMail {
  readonly state: 'scheduled' | 'cancelled';
  readonly calendar: CalendarPart['method'] | null;
  letter(facts: SessionFacts, tools: MailTools, input: MailInput): Letter;
  isStale?(db: Database, facts: SessionFacts, input: MailInput): Promise<string | null>;
}

const sessionMail = (kind: SessionMail): Mail =>
  defineMail<SessionFacts>({
    async load(db, input) {
      const facts = await sessionFacts(db, input, kind.state);
      if (facts instanceof Stale) return facts;
      const reason = (await kind.isStale?.(db, facts, input)) ?? null;
      return reason === null ? facts : new Stale(reason);
    },
    write(facts, tools, input) {
      const partner = partnerOf(facts);
      const letter = kind.letter(facts, tools, input);
      const replyTo = { name: partner.name, address: partner.email };
      const draft = programLetter(facts.reader, facts.program, tools, { ...letter, replyTo });
      return kind.calendar === null
        ? draft
        : { ...draft, calendar: calendar(facts, kind.calendar, tools, input) };
    },
  });

const wordsOf = (facts: SessionFacts) => ({
  partner_name: isolateName(partnerOf(facts).name),
  when: when(facts),
});

const partsOf = (facts: SessionFacts, tools: MailTools) => ({
  details: [details(facts)],
  buttons: button('Move or cancel', bookingPage(facts, tools), true),
});

export const sessionBooked = sessionMail({
  state: 'scheduled',
  calendar: 'REQUEST',
  letter: (facts, tools) =>
    letterOf(sessionBookedTemplates[facts.side], { words: wordsOf(facts), parts: partsOf(facts, tools) }),
});

export const sessionMoved = sessionMail({
  state: 'scheduled',
  calendar: 'REQUEST',
  letter: (facts, tools) =>
    letterOf(sessionMovedTemplates[facts.side], { words: wordsOf(facts), parts: partsOf(facts, tools) }),
});

const findAnother = ({ session }: SessionFacts, { links }: MailTools): MailBlock[] =>
  button('Find another time', links.page(`/book/${session.mentorship_id}`));

export const sessionCancelled = sessionMail({
  state: 'cancelled',
  calendar: 'CANCEL',
  letter(facts, tools) {
    const { session, reader } = facts;
    const words = wordsOf(facts);
    return letterOf(sessionCancelledTemplates[facts.side], {
      words: {
        ...words,
        what_happened:
          session.cancelled_by === reader.accountId
            ? `You cancelled the session with ${words.partner_name}`
            : `The session with ${words.partner_name} is cancelled`,
      },
      parts: {
        details: [{ type: 'facts', items: [{ label: 'It was', value: words.when }] }],
        reason: quoted(session.cancel_reason),
        buttons: isOver(facts) ? [] : findAnother(facts, tools),
      },
    });
  },
});

/** The leads for which this version of a session has reminders, in minutes. */
async function leadsOf(db: Database, sessionId: string, version: number): Promise<number[]> {
  const rows = await db.query<{ lead: number }>(
    `SELECT (payload->>'leadMinutes')::int AS lead FROM outbox_event
     WHERE type = 'session.reminder-due.v1' AND subject_id = $1 AND (payload->>'version')::int = $2`,
    [sessionId, version],
  );
  return rows.map(({ lead }) => lead);
}

export const sessionReminder = sessionMail({
  state: 'scheduled',
  calendar: null,
  async isStale(db, { session }, input) {
    const { starts_at: startsAt, version, state } = session;
    const { now } = input;
    const verdict = reminderVerdict({
      startsAt,
      leadMinutes: numberIn(input, 'leadMinutes'),
      allLeads: await leadsOf(db, idIn(input, 'sessionId'), version),
      version,
      state,
      eventVersion: numberIn(input, 'version'),
      now,
    });
    if (verdict === 'send') return null;
    return startsAt <= now ? 'the session has begun' : 'a later reminder says the same';
  },
  letter: (facts, tools, input) =>
    letterOf(sessionReminderTemplates[facts.side], {
      words: {
        ...wordsOf(facts),
        time_until: timeUntil(facts.session.starts_at.getTime() - input.now.getTime()),
      },
      parts: partsOf(facts, tools),
    }),
});
