import { MailTokens } from '#accounts';
import { WEEKDAYS } from '#availability';
import { MailingEntity } from '#notifications/entities';
import { v7 } from 'uuid';
import { buildMentorship } from '../../support/factories/mentorship.factory.js';
import { buildParticipation } from '../../support/factories/participation.factory.js';
import { buildProfile } from '../../support/factories/profile.factory.js';
import { buildProgram } from '../../support/factories/program.factory.js';
import { ANA, DANA, linksOf, type MailSuite, NOW, only, reply } from './mail-suite.js';

/** Mails as a program wants them, as a part of the suite of all mails. */
export function describeProgramMails(world: () => MailSuite): void {
  describe('mails in a program with closed weeks', () => {
    it('count none of them in the dates that they name, nor in the life of their links', async () => {
      const { app, mentor, mentee } = world();
      const closed = await buildProgram(app.db, {
        settings: { closedWeeks: [{ from: '2026-03-02', to: '2026-03-22' }] },
      });
      const own = { programId: closed.id };
      const pair = {
        mentor: await buildParticipation(app.db, { ...own, accountId: mentor.accountId, role: 'mentor' }),
        mentee: await buildParticipation(app.db, { ...own, accountId: mentee.accountId, role: 'mentee' }),
      };
      const everyDay = WEEKDAYS.map((weekday) => ({ weekday, startMinute: 600, endMinute: 900 }));
      for (const person of [pair.mentor, pair.mentee])
        await buildProfile(app.db, person, { windows: everyDay });
      const { id: mentorshipId } = await buildMentorship(app.db, {
        ...own,
        mentorId: pair.mentor.id,
        menteeId: pair.mentee.id,
        startedAt: NOW,
      });
      const mails = await app.tell('mentorship.started.v1', { mentorshipId }, own);
      expect(only(mails, ANA).text).toContain('pick a time by Sun 29 Mar');
      expect(only(mails, DANA).text).toContain('Nothing to do until Sun 29 Mar');
      expect(only(mails, ANA).text).toMatch(/Mon 23 Mar, 10:00 .*Tue 24 Mar, 10:00 .*Wed 25 Mar, 10:00/s);
      expect(only(mails, ANA).text).not.toMatch(/ (?:[2-9]|1\d|2[0-2]) Mar,/);
      const tokens = app.module.get(MailTokens, { strict: false });
      const release = linksOf(only(mails, DANA)).find((link) => link.startsWith('https://rapport.test/a/'))!;
      const { purpose, expiresAt } = await tokens.inspect(release.slice('https://rapport.test/a/'.length));
      expect([purpose, expiresAt.toISOString()]).toEqual(['mentorship.release', '2026-04-05T08:00:00.000Z']);
      await app.db.query(`UPDATE mentorship SET state = 'completed' WHERE id = $1`, [mentorshipId]);
    });
  });

  describe('who a mail comes from', () => {
    it('is what the program says, and answers reach the person it names', async () => {
      const { app, mentee } = world();
      const named = await buildProgram(app.db, {
        name: 'Northwind',
        settings: {
          mailSenderName: 'Mentoring at Northwind',
          mailReplyTo: { name: 'Zoë O’Brien', email: 'zoe@example.org' },
        },
      });
      const { id } = await buildParticipation(app.db, { programId: named.id, accountId: mentee.accountId });
      const own = { programId: named.id };
      const mail = only(await app.tell('participation.approved.v1', { participationId: id }, own), ANA);
      expect(mail.parsed.from?.value).toEqual([
        { name: 'Mentoring at Northwind', address: 'hello@rapport.test' },
      ]);
      expect(reply(mail)).toBe('zoe@example.org');
      expect(mail.text).toContain('Reply to this mail to reach Zoë O’Brien');
    });
  });

  describe('a test of a mail', () => {
    it('comes from invented facts to whoever asked', async () => {
      const { app, program, mentee, cover } = world();
      const payload = { accountId: mentee.accountId, key: 'intro-mentee', language: 'en' };
      const mail = only(await app.tell('mail-test.requested.v1', payload, { programId: program.id }), ANA);
      expect(mail.subject).toBe(`[Test] Meet Dana Cole, your mentor in ${program.name}`);
      expect(mail.text).toContain('Find a time');
      await cover('mail-test');
    });
  });

  describe('a mail to many', () => {
    it('can be left with one click, and says so in its headers', async () => {
      const { app, program, cover } = world();
      const mailingId = v7();
      await app.db.repository(MailingEntity).insert({
        id: mailingId,
        programId: program.id,
        name: 'News',
        segment: {
          audience: 'participants',
          role: 'mentee',
          states: ['active'],
          condition: 'everybody',
          cohortId: null,
        },
        steps: [
          {
            afterDays: 0,
            subject: 'News for every {{role}}',
            text: 'Dear {{recipient_name}},\n\n<b>news</b> from {{contact_name}}.',
            button: { label: 'See mentors', page: 'mentors' },
          },
        ],
        state: 'scheduled',
        sendAt: NOW,
        createdAt: NOW,
      });
      const event = await app.append(
        'mailing.step-due.v1',
        { mailingId, step: 0 },
        { programId: program.id },
      );
      await app.expandMailing(event);
      for (const { id } of await app.deliveries(event)) await app.send(id);
      const mail = only(
        app.smtp.mails.filter(({ subject }) => subject.startsWith('News')),
        ANA,
      );
      expect(mail.subject).toBe('News for every mentee');
      expect(mail.text).toMatch(/^Dear Ana Lima,\n\n<b>news<\/b> from Sam Okafor\.\n\nSee mentors:\n/);
      expect(mail.html).toContain('&lt;b&gt;news&lt;/b&gt;');
      const url = linksOf(mail).find((link) => link.startsWith('https://rapport.test/u/'))!;
      const unfolded = mail.raw.replaceAll(/\r\n[ \t]+/g, '');
      expect(unfolded.replace('List-Unsubscribe:<', 'List-Unsubscribe: <')).toContain(
        `List-Unsubscribe: <${url}>`,
      );
      expect(unfolded).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
      await cover('mailing');
    });
  });
}
