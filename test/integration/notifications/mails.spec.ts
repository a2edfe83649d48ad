import { MailTokens } from '#accounts';
import { AccountEntity } from '#accounts/entities';
import { MentorshipConfirmationEntity } from '#mentorships/entities';
import { type MailKind, mailKinds } from '#notifications';
import { MailTemplateEntity } from '#notifications/entities';
import { AuditLog } from '#programs';
import { InvitationEntity, type ParticipationEntity, type ProgramEntity } from '#programs/entities';
import ICAL from 'ical.js';
import { v7 } from 'uuid';
import { buildAccount } from '../../support/factories/account.factory.js';
import { buildMatchRun } from '../../support/factories/match-run.factory.js';
import { buildMentorship } from '../../support/factories/mentorship.factory.js';
import { buildParticipation } from '../../support/factories/participation.factory.js';
import { buildProfile } from '../../support/factories/profile.factory.js';
import { buildProgram } from '../../support/factories/program.factory.js';
import { buildRequest } from '../../support/factories/request.factory.js';
import { buildSession } from '../../support/factories/session.factory.js';
import { NotificationsApp } from '../../support/notifications-app.js';
import { allRoutes } from '../../support/routes.js';
import type { CaughtMail } from '../../support/smtp.js';
import { ANA, DANA, linksOf, type MailSuite, NOW, only, reply, SAM } from './mail-suite.js';
import { describePartnerMails } from './partner-mails.js';
import { describeProgramMails } from './program-mails.js';
import { describeRoundMails } from './round-mails.js';

let app: NotificationsApp;
let program: ProgramEntity;
let mentor: ParticipationEntity;
let mentee: ParticipationEntity;
const covered = new Set<MailKind>();

beforeAll(async () => {
  app = await NotificationsApp.start(NOW);
  const sam = await buildAccount(app.db, { name: 'Sam Okafor', email: SAM, timeZone: 'Europe/London' });
  program = await buildProgram(app.db, { createdBy: sam.id });
  const own = { programId: program.id };
  await buildParticipation(app.db, { ...own, accountId: sam.id, role: 'owner', source: 'founder' });
  const dana = await buildAccount(app.db, { name: 'Dana Cole', email: DANA, timeZone: 'Asia/Kolkata' });
  const ana = await buildAccount(app.db, { name: 'Ana Lima', email: ANA, timeZone: 'Europe/Berlin' });
  mentor = await buildParticipation(app.db, { ...own, accountId: dana.id, role: 'mentor' });
  mentee = await buildParticipation(app.db, {
    ...own,
    accountId: ana.id,
    role: 'mentee',
    decisionNote: 'Good to have you.',
  });
  const windows = (startMinute: number, endMinute: number) =>
    ['MO', 'WE', 'FR'].map((weekday) => ({ weekday, startMinute, endMinute }));
  await buildProfile(app.db, mentor, {
    headline: 'Staff engineer at Contoso',
    about: 'I have built teams in small companies for fifteen years. '.repeat(8),
    timeZone: 'Asia/Kolkata',
    windows: windows(17 * 60, 22 * 60),
  });
  await buildProfile(app.db, mentee, {
    headline: 'Frontend developer',
    goalStatement: 'I want to lead a team within a year; I have led one project so far.',
    windows: windows(12 * 60, 16 * 60),
  });
}, 60_000);
afterAll(() => app.stop());

const inProgram = () => ({ programId: program.id });

async function cover(kind: MailKind): Promise<void> {
  const rows = await app.db.query(`SELECT 1 FROM delivery WHERE kind = $1 AND state = 'sent'`, [kind]);
  expect(rows.length).toBeGreaterThan(0);
  covered.add(kind);
}

const tokenOf = (mail: CaughtMail, prefix: string): string =>
  linksOf(mail)
    .find((link) => link.startsWith(prefix))!
    .slice(prefix.length);

describe('mails about an account', () => {
  it.each([
    ['account.verification-requested.v1', 'verify-email', 'verify-email', 'Confirm your email address'],
    ['account.password-reset-requested.v1', 'reset-password', 'reset-password', 'Choose a new password'],
    ['account.sign-in-link-requested.v1', 'sign-in', 'sign-in-link', 'Your link to sign in to Rapport'],
  ] as const)('%s carries a link that works', async (type, purpose, kind, subject) => {
    const tokens = app.module.get(MailTokens, { strict: false });
    const accountId = mentee.accountId;
    const tokenId = await tokens.issue({
      accountId,
      purpose,
      expiresAt: new Date(NOW.getTime() + 900_000),
    });
    const mail = only(await app.tell(type, { accountId, tokenId }), ANA);
    expect(mail.subject).toBe(subject);
    expect(await tokens.inspect(tokenOf(mail, 'https://rapport.test/l/'))).toMatchObject({
      id: tokenId,
      purpose,
    });
    expect(mail.html).toContain(tokens.urlTokenOf(tokenId));
    await cover(kind);
  });

  it('says that a password was changed', async () => {
    const mail = only(await app.tell('account.password-changed.v1', { accountId: mentee.accountId }), ANA);
    expect(mail.subject).toBe('Your password was changed');
    await cover('password-changed');
  });
});

describe('mails about entering a program', () => {
  it('invite an address without an account, in the name of whoever invites', async () => {
    const id = v7();
    await app.db.repository(InvitationEntity).insert({
      id,
      programId: program.id,
      role: 'mentor',
      email: 'new@example.org',
      note: 'We talked in Lisbon.',
      createdBy: program.createdBy,
      expiresAt: new Date(NOW.getTime() + 14 * 86_400_000),
    });
    const mail = only(
      await app.tell('participation.invited.v1', { invitationId: id }, inProgram()),
      'new@example.org',
    );
    expect(mail.subject).toBe('Sam Okafor invites you to Northwind Mentoring');
    expect(mail.text).toContain('> We talked in Lisbon.');
    expect(mail.text).toContain('Sun 15 Mar, 10:00 (Berlin)');
    expect(reply(mail)).toBe(SAM);
    const token = tokenOf(mail, 'https://rapport.test/i/');
    expect(app.module.get(MailTokens, { strict: false }).verifySignedId('invitation', token)).toBe(id);
    await cover('invitation');
  });

  it('tell the people who run it about an application, and the applicant about the answer', async () => {
    const applicant = await buildAccount(app.db, { name: 'דנה כהן', email: 'rtl@example.org' });
    const { id } = await buildParticipation(app.db, {
      ...inProgram(),
      accountId: applicant.id,
      state: 'applied',
      applicationNote: '<script>alert(1)</script>',
    });
    const payload = { participationId: id };
    const toAdmin = only(await app.tell('participation.applied.v1', payload, inProgram()), SAM);
    expect(toAdmin.subject).toBe('\u2068דנה כהן\u2069 would like to join Northwind Mentoring');
    expect(toAdmin.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(toAdmin.html).not.toContain('<script>');
    await cover('application-received');

    await app.db.query(
      `UPDATE participation SET state = 'declined', decision_note = 'Full until June.' WHERE id = $1`,
      [id],
    );
    const declined = only(
      await app.tell('participation.declined.v1', payload, inProgram()),
      'rtl@example.org',
    );
    expect(declined.text).toContain('> Full until June.');
    expect(declined.parsed.to).toMatchObject({ value: [{ address: 'rtl@example.org', name: 'דנה כהן' }] });
    await cover('application-declined');

    const welcome = only(
      await app.tell('participation.approved.v1', { participationId: mentee.id }, inProgram()),
      ANA,
    );
    expect(welcome.subject).toBe('Welcome to Northwind Mentoring');
    expect(reply(welcome)).toBe(SAM);
    await cover('application-approved');
  });
});

describe('the mail to somebody who was imported', () => {
  const imported = (programId: string) =>
    buildParticipation(app.db, { programId, source: 'import', role: 'mentor', privacyConfirmedAt: null });

  it('says what is stored, and lets them agree with one button', async () => {
    const { id, accountId } = await imported(program.id);
    const payload = { participationId: id };
    const [mail] = await app.tell('participation.imported.v1', payload, inProgram());
    expect(mail!.subject).toBe('You were added to Northwind Mentoring as a mentor');
    expect(mail!.text).toContain('Nobody else sees you before you agree.');
    const token = tokenOf(mail!, 'https://rapport.test/a/');
    expect(await app.module.get(MailTokens, { strict: false }).inspect(token)).toMatchObject({
      purpose: 'participation.confirm-privacy',
      accountId,
      context: { programId: program.id, participationId: id },
    });
    await cover('privacy-notice');
    await app.db.query(`UPDATE participation SET privacy_confirmed_at = now() WHERE id = $1`, [id]);
    expect(await app.tell('participation.imported.v1', payload, inProgram())).toEqual([]);
  });

  it('is left out where the organisation has told its people', async () => {
    const informed = await buildProgram(app.db, { settings: { organisationInformsPeople: true } });
    const { id } = await imported(informed.id);
    expect(await app.tell('participation.imported.v1', { participationId: id })).toEqual([]);
  });
});

describe('the mail to somebody in whose place an admin did something', () => {
  /** Writes it down as a use case would; answers the entry. */
  async function actFor(participationId: string, actorId: string, role: 'owner' | 'mentor'): Promise<string> {
    await app.module.get(AuditLog, { strict: false }).record(
      { accountId: actorId, programId: program.id, participations: [], role },
      {
        action: 'request.withdrawn',
        subjectId: v7(),
        about: [participationId],
        onBehalfOf: participationId,
      },
    );
    const [entry] = await app.db.query<{ id: string }>(`SELECT id FROM audit_entry ORDER BY id DESC LIMIT 1`);
    return entry!.id;
  }

  it('says who did what, and who reads the answer', async () => {
    const entryId = await actFor(mentee.id, program.createdBy, 'owner');
    const mail = only(await app.tell('participation.acted-for.v1', { entryId }, inProgram()), ANA);
    expect(mail.subject).toBe('Sam Okafor took back a request for you');
    expect(mail.text).toContain('Was it not what you wanted? Reply to this mail.');
    expect(mail.text.split(/\s+/).length).toBeLessThan(150);
    expect(reply(mail)).toBe(SAM);
    await cover('acted-for');
  });

  it('is left out for whoever has not heard of the program yet, and for what one did oneself', async () => {
    const stranger = await buildAccount(app.db, { claimedAt: null, emailVerifiedAt: null });
    const own = { ...inProgram(), accountId: stranger.id, role: 'mentor', privacyConfirmedAt: null };
    const { id } = await buildParticipation(app.db, { ...own, source: 'import' });
    const entryId = await actFor(id, program.createdBy, 'owner');
    expect(await app.tell('participation.acted-for.v1', { entryId }, inProgram())).toEqual([]);
    const self = await actFor(mentor.id, mentor.accountId, 'mentor');
    expect(await app.tell('participation.acted-for.v1', { entryId: self }, inProgram())).toEqual([]);
  });
});

describe('mails about a request', () => {
  const request = (fields: object = {}) =>
    buildRequest(app.db, {
      programId: program.id,
      mentorId: mentor.id,
      menteeId: mentee.id,
      answerBy: new Date('2026-03-06T22:59:00Z'),
      ...fields,
    });
  afterEach(() => app.db.query(`UPDATE request SET state = 'withdrawn' WHERE state = 'pending'`));

  it('let the mentor answer by one of three buttons, each for one thing', async () => {
    const { id } = await request();
    const mail = only(await app.tell('request.received.v1', { requestId: id }, inProgram()), DANA);
    expect(mail.subject).toBe('Ana Lima asks you to be their mentor');
    expect(mail.text).toContain('Sat 7 Mar, 04:29 (Kolkata)');
    const tokens = app.module.get(MailTokens, { strict: false });
    const actions = linksOf(mail).filter((link) => link.startsWith('https://rapport.test/a/'));
    const opened = await Promise.all(actions.map((link) => tokens.inspect(link.split('/a/')[1]!)));
    expect(opened.map((one) => one.purpose)).toEqual([
      'request.accept',
      'request.ask-more',
      'request.decline',
    ]);
    for (const one of opened)
      expect(one).toMatchObject({ accountId: mentor.accountId, context: { requestId: id } });
    await cover('request-received');

    const reminder = only(
      await app.tell('request.reminder-due.v1', { requestId: id, day: 2 }, inProgram()),
      DANA,
    );
    expect(reminder.subject).toBe('Ana Lima is waiting for your answer');
    await cover('request-reminder');
  });

  it('carry a question and its answer', async () => {
    const { id } = await request({ question: 'Which team?', askedAt: NOW });
    const asked = only(await app.tell('request.more-asked.v1', { requestId: id }, inProgram()), ANA);
    expect(asked.text).toContain('> Which team?');
    await cover('request-more-asked');
    await app.db.query(`UPDATE request SET answer = 'The web team.', answered_at = now() WHERE id = $1`, [
      id,
    ]);
    const answered = only(await app.tell('request.more-answered.v1', { requestId: id }, inProgram()), DANA);
    expect(answered.text).toContain('> The web team.');
    await cover('request-more-answered');
  });

  it.each([
    ['request.accepted.v1', 'accepted', 'request-accepted', ANA, 'Dana Cole said yes'],
    ['request.declined.v1', 'declined', 'request-declined', ANA, 'Dana Cole can’t take another mentee now'],
    ['request.expired.v1', 'expired', 'request-expired', ANA, 'No answer from Dana Cole in time'],
    ['request.superseded.v1', 'superseded', 'request-superseded', DANA, 'Ana Lima has found a mentor'],
    ['request.withdrawn.v1', 'withdrawn', 'request-withdrawn', DANA, 'Ana Lima took their request back'],
  ] as const)('%s is told to the one whom it concerns', async (type, state, kind, address, subject) => {
    const { id } = await request({ state });
    const mails = await app.tell(type, { requestId: id }, inProgram());
    expect(mails).toHaveLength(1);
    expect(only(mails, address).subject).toBe(subject);
    await cover(kind);
  });
});

describe('mails about a relationship', () => {
  it('introduce the two to each other, each in their own clock, in 150 words', async () => {
    const pair = await buildMentorship(app.db, {
      ...inProgram(),
      mentorId: mentor.id,
      menteeId: mentee.id,
      startedAt: NOW,
      rationale: {
        forMentee: [
          'offers React 4/5, which you ranked first',
          'supports Leading a team, your first goal among them',
          'about 240 minutes a week usually suit you both',
        ],
        forMentor: ['wants React (you offer 4/5)', 'has a goal that you support: Leading a team'],
      },
    });
    const mails = await app.tell('mentorship.started.v1', { mentorshipId: pair.id }, inProgram());
    expect(mails).toHaveLength(2);
    const toMentee = only(mails, ANA);
    expect(toMentee.subject).toBe('Meet Dana Cole, your mentor in Northwind Mentoring');
    expect(toMentee.text).toContain('- Offers React 4/5, which you ranked first');
    expect(toMentee.text).toContain('You start: pick a time by Sun 8 Mar.');
    // 17:00 in Kolkata is 12:30 in Berlin before clocks change.
    expect(toMentee.text).toContain('Mon 2 Mar, 12:30 (Berlin) / 17:00 (Kolkata)');
    expect(toMentee.text).toContain('Wed 4 Mar, 12:30 (Berlin) / 17:00 (Kolkata)');
    expect(toMentee.text).toContain('Fri 6 Mar, 12:30 (Berlin) / 17:00 (Kolkata)');
    expect(toMentee.text).toContain('None fits');
    expect(toMentee.text).toContain('Dana Cole won’t be told you asked');
    const toMentor = only(mails, DANA);
    expect(toMentor.subject).toBe('Meet Ana Lima, your mentee in Northwind Mentoring');
    expect(toMentor.text).toContain('Mon 2 Mar, 17:00 (Kolkata) / 12:30 (Berlin)');
    expect(toMentor.text).toContain('Nothing to do until Sun 8 Mar');
    expect(toMentor.text).toContain('- Wants React (you offer 4/5)');
    const release = tokenOf(toMentor, 'https://rapport.test/a/');
    expect(await app.module.get(MailTokens, { strict: false }).inspect(release)).toMatchObject({
      purpose: 'mentorship.release',
      accountId: mentor.accountId,
      context: { mentorshipId: pair.id },
    });
    for (const mail of [toMentee, toMentor]) {
      expect(reply(mail)).toBe(SAM);
      expect(mail.text).not.toMatch(/score|points|%/i);
      const letter = mail.text.split('-- \n')[0]!.replace(/https:\S+/g, '');
      expect(letter.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length).toBeLessThanOrEqual(150);
    }
    await cover('intro-mentee');
    await cover('intro-mentor');

    await app.db.query(`UPDATE mentorship SET state = 'ended' WHERE id = $1`, [pair.id]);
    const released = only(
      await app.tell('mentorship.released.v1', { mentorshipId: pair.id }, inProgram()),
      SAM,
    );
    expect(released.subject).toBe('Dana Cole can’t take Ana Lima on now');
    await cover('mentorship-released');

    const notice = only(
      await app.tell('mentorship.release-notice-due.v1', { mentorshipId: pair.id }, inProgram()),
      ANA,
    );
    expect(notice.text).toContain('It is about their time, not about you.');
    await cover('release-notice');
  });

  it('tell both of a match that was taken back, if they had heard of it', async () => {
    const run = await buildMatchRun(app.db, {
      ...inProgram(),
      requestedBy: program.createdBy,
      withdrawReason: 'A list of line managers was missing.',
    });
    const own = { ...inProgram(), mentorId: mentor.id, menteeId: mentee.id, source: 'run', sourceId: run.id };
    const heard = await buildMentorship(app.db, own);
    const intro = { ...inProgram(), dedupeKey: `mentorship.started:${heard.id}` };
    expect(await app.tell('mentorship.started.v1', { mentorshipId: heard.id }, intro)).toHaveLength(2);
    await app.db.query(`UPDATE mentorship SET state = 'ended' WHERE id = $1`, [heard.id]);
    const mails = await app.tell('mentorship.withdrawn.v1', { mentorshipId: heard.id }, inProgram());
    expect(mails.map(({ to }) => to).sort()).toEqual([[ANA], [DANA]]);
    expect(only(mails, ANA).subject).toBe('Your match with Dana Cole was taken back');
    expect(only(mails, ANA).text).toContain('you stand in line as you did before');
    expect(only(mails, DANA).subject).toBe('Your match with Ana Lima was taken back');
    expect(only(mails, DANA).text).toContain('the place is yours to give again');
    for (const { text } of mails) expect(text).toContain('A list of line managers was missing.');
    await cover('match-withdrawn');

    const unheard = await buildMentorship(app.db, { ...own, state: 'ended' });
    expect(await app.tell('mentorship.withdrawn.v1', { mentorshipId: unheard.id }, inProgram())).toEqual([]);
  });

  it('ask both whether they would like a pair, remind, and say when it comes to nothing', async () => {
    const pair = await buildMentorship(app.db, {
      ...inProgram(),
      mentorId: mentor.id,
      menteeId: mentee.id,
      state: 'proposed',
      rationale: { forMentee: ['offers React 4/5'], forMentor: ['wants React (you offer 4/5)'] },
    });
    for (const side of ['mentor', 'mentee'])
      await app.db
        .repository(MentorshipConfirmationEntity)
        .insert({ mentorshipId: pair.id, side, answerBy: new Date('2026-03-04T22:59:00Z') });
    const payload = { mentorshipId: pair.id };
    const asked = await app.tell('mentorship.proposed.v1', payload, inProgram());
    expect(asked).toHaveLength(2);
    expect(only(asked, DANA).subject).toBe('Would you be Ana Lima’s mentor?');
    expect(only(asked, DANA).text).toContain('- Wants React (you offer 4/5)');
    expect(only(asked, ANA).subject).toBe('Would you like Dana Cole as your mentor?');
    expect(only(asked, ANA).text).toContain('Please answer by Wed 4 Mar, 23:59 (Berlin).');
    const tokens = app.module.get(MailTokens, { strict: false });
    const actions = linksOf(only(asked, ANA)).filter((link) => link.startsWith('https://rapport.test/a/'));
    const opened = await Promise.all(actions.map((link) => tokens.inspect(link.split('/a/')[1]!)));
    expect(opened.map(({ purpose }) => purpose)).toEqual(['mentorship.confirm', 'mentorship.decline']);
    for (const { text } of asked)
      expect(text.split('-- \n')[0]!.split(/\s+/).length).toBeLessThanOrEqual(150);
    await cover('proposal');

    await app.db.query(
      `UPDATE mentorship_confirmation SET answer = 'confirmed' WHERE mentorship_id = $1 AND side = 'mentee'`,
      [pair.id],
    );
    const reminded = await app.tell('mentorship.answer-reminder-due.v1', payload, inProgram());
    expect(reminded).toHaveLength(1);
    expect(only(reminded, DANA).subject).toBe('Your match with Ana Lima waits for your answer');
    await cover('proposal-reminder');

    await app.db.query(`UPDATE mentorship SET state = 'ended', end_reason = 'unanswered' WHERE id = $1`, [
      pair.id,
    ]);
    const ended = await app.tell('mentorship.not-confirmed.v1', payload, inProgram());
    expect(ended).toHaveLength(2);
    expect(only(ended, ANA).text).toContain('Dana Cole did not answer in time.');
    expect(only(ended, DANA).text).toContain('the place is yours to give again');
    await cover('proposal-ended');
  });

  it('don’t tell a mentee of a release once somebody new was found', async () => {
    const own = { ...inProgram(), mentorId: mentor.id, menteeId: mentee.id };
    const ended = await buildMentorship(app.db, { ...own, state: 'ended' });
    const found = await buildMentorship(app.db, own);
    expect(
      await app.tell('mentorship.release-notice-due.v1', { mentorshipId: ended.id }, inProgram()),
    ).toEqual([]);
    await app.db.query(`UPDATE mentorship SET state = 'completed' WHERE id = $1`, [found.id]);
  });
});

const suite = (): MailSuite => ({ app, program, mentor, mentee, cover });
describePartnerMails(suite);

describe('mails about a session', () => {
  let mentorshipId: string;
  beforeAll(async () => {
    const pair = await buildMentorship(app.db, { ...inProgram(), mentorId: mentor.id, menteeId: mentee.id });
    mentorshipId = pair.id;
  });

  const eventOf = (mail: CaughtMail) => {
    const part = mail.raw.split('\r\n').find((line) => /^Content-Type: text\/calendar/i.test(line));
    const attachment = mail.parsed.attachments.find((one) => one.filename === 'invite.ics')!;
    const calendar = new ICAL.Component(ICAL.parse(attachment.content.toString('utf8')) as unknown[]);
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
    return { part, event, method: calendar.getFirstPropertyValue('method') };
  };

  it('book, move, remind and cancel, with one calendar entry', async () => {
    const session = await buildSession(app.db, {
      mentorshipId,
      startsAt: new Date('2026-03-30T11:00:00Z'),
      location: 'https://meet.example.org/x',
      bookedBy: mentee.accountId,
    });
    const payload = (version: number) => ({ sessionId: session.id, version });
    const booked = await app.tell('session.booked.v1', payload(1), inProgram());
    expect(booked).toHaveLength(2);
    const toMentee = only(booked, ANA);
    expect(toMentee.subject).toBe('Booked: Dana Cole, Mon 30 Mar, 13:00 (Berlin) / 16:30 (Kolkata)');
    expect(only(booked, DANA).subject).toBe('Booked: Ana Lima, Mon 30 Mar, 16:30 (Kolkata) / 13:00 (Berlin)');
    expect(reply(toMentee)).toBe(DANA);
    const first = eventOf(toMentee);
    expect(first.part).toMatch(/method=REQUEST/i);
    expect(first.event.sequence).toBe(0);
    expect(first.event.startDate.toString()).toBe('2026-03-30T13:00:00');
    expect(first.event.attendees.map((one) => one.getParameter('cn'))).toEqual(['Ana Lima', 'Dana Cole']);
    await cover('session-booked');

    await app.db.query(
      `UPDATE session SET version = 2, sequence = 1, starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'
       WHERE id = $1`,
      [session.id],
    );
    const moved = only(await app.tell('session.moved.v1', payload(2), inProgram()), ANA);
    expect(moved.subject).toContain('Moved: Dana Cole, now Tue 31 Mar, 13:00 (Berlin)');
    expect(eventOf(moved)).toMatchObject({ method: 'REQUEST' });
    expect(eventOf(moved).event).toMatchObject({ uid: first.event.uid, sequence: 1 });
    await cover('session-moved');

    app.clock.set(new Date('2026-03-30T11:00:00Z'));
    const reminded = await app.tell(
      'session.reminder-due.v1',
      { ...payload(2), leadMinutes: 1440 },
      inProgram(),
    );
    app.clock.set(NOW);
    expect(only(reminded, DANA).text).toContain('You meet Ana Lima in 24 hours');
    expect(only(reminded, DANA).text).toContain('Tue 31 Mar, 16:30 (Kolkata) / 13:00 (Berlin)');
    await cover('session-reminder');

    await app.db.query(
      `UPDATE session SET version = 3, sequence = 2, state = 'cancelled', cancelled_by = $2, cancel_reason = 'I am ill.' WHERE id = $1`,
      [session.id, mentor.accountId],
    );
    const cancelled = await app.tell('session.cancelled.v1', payload(3), inProgram());
    expect(only(cancelled, ANA).text).toContain('The session with Dana Cole is cancelled');
    expect(only(cancelled, DANA).text).toContain('You cancelled the session with Ana Lima');
    expect(eventOf(only(cancelled, ANA))).toMatchObject({ method: 'CANCEL' });
    expect(eventOf(only(cancelled, ANA)).event).toMatchObject({ uid: first.event.uid, sequence: 2 });
    await cover('session-cancelled');
  });
});

describeRoundMails(suite);
describeProgramMails(suite);

describe('every mail', () => {
  it('was written above with real data', () => {
    expect([...covered].sort()).toEqual([...mailKinds].sort());
  });

  it('has a subject, both versions, and nothing left of a template', () => {
    expect(app.smtp.mails.length).toBeGreaterThanOrEqual(mailKinds.length);
    for (const mail of app.smtp.mails) {
      expect(mail.subject).not.toBe('');
      for (const body of [mail.text, mail.html])
        expect(body).not.toMatch(/undefined|\bnull\b|\[object|\{\{|Invalid Date/);
      expect(mail.parsed.headers.get('auto-submitted')).toBe('auto-generated');
    }
  });

  it('whose text the program changed beyond use says the default', async () => {
    await app.db.repository(MailTemplateEntity).insert({
      programId: program.id,
      key: 'application-approved',
      language: 'en',
      text: { subject: 'Old', preheader: '', blocks: [{ style: 'paragraph', text: '{{gone}}' }] },
      changedAt: NOW,
    });
    const payload = { participationId: mentee.id };
    const mail = only(await app.tell('participation.approved.v1', payload, inProgram()), ANA);
    expect(mail.subject).toBe('Welcome to Northwind Mentoring');
  });

  it('leads only to places that exist', async () => {
    const places = (await allRoutes())
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => new RegExp(`^${path.replace(/(?<=.)\/$/, '').replaceAll(/:\w+/g, '[^/]+')}$`));
    const paths = app.smtp.mails.flatMap(linksOf).map((link) => new URL(link).pathname);
    expect(paths.length).toBeGreaterThan(mailKinds.length);
    expect(paths.filter((path) => !places.some((place) => place.test(path)))).toEqual([]);
  });

  it('about a program has a person who reads the answer', () => {
    const ofProgram = app.smtp.mails.filter((mail) => !/an account at Rapport/.test(mail.text));
    expect(ofProgram.filter((mail) => reply(mail) === undefined).map(({ subject }) => subject)).toEqual([]);
    for (const mail of ofProgram) expect(mail.to).not.toContain(reply(mail));
  });

  it('goes to one person, also when a name tries to add a second', async () => {
    const account = await buildAccount(app.db, {
      name: 'Eve", evil@example.org\r\nBcc: x@example.org',
      email: 'eve@example.org',
    });
    const [mail] = await app.tell('account.password-changed.v1', { accountId: account.id });
    expect(mail!.to).toEqual(['eve@example.org']);
    expect(mail!.parsed.to).toMatchObject({ value: [{ address: 'eve@example.org' }] });
    expect(mail!.parsed.bcc).toBeUndefined();
  });

  it('is not sent to somebody who was deleted', async () => {
    const account = await buildAccount(app.db);
    const [delivery] = await app.owe('account.password-changed.v1', { accountId: account.id });
    await app.db.repository(AccountEntity).delete({ id: account.id });
    await app.send(delivery!.id);
    expect(await app.delivery(delivery!.id)).toBeUndefined();
  });
});
