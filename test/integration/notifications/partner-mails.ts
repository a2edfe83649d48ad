import { MailTokens } from '#accounts';
import {
  CohortEntity,
  CohortMemberEntity,
  MatchUnmatchedEntity,
  RematchRequestEntity,
  SameAgainEntity,
} from '#matching/entities';
import { v7 } from 'uuid';
import { buildAccount } from '../../support/factories/account.factory.js';
import { buildMatchRun } from '../../support/factories/match-run.factory.js';
import { buildMentorship } from '../../support/factories/mentorship.factory.js';
import { buildParticipation } from '../../support/factories/participation.factory.js';
import { buildProfile } from '../../support/factories/profile.factory.js';
import { ANA, DANA, linksOf, type MailSuite, NOW, only, reply, SAM } from './mail-suite.js';

/** Mails about other partners, to those without one, and to people of an earlier round, as a part of the suite of all mails. */
export function describePartnerMails(world: () => MailSuite): void {
  describe('mails about other partners', () => {
    it('tell the coordinator who asks, whoever asked of the answer, and both the same of a change', async () => {
      const { app, program, mentor, mentee, cover } = world();
      const own = { programId: program.id, mentorId: mentor.id, menteeId: mentee.id };
      const pair = await buildMentorship(app.db, own);
      const rematchRequestId = v7();
      await app.db.repository(RematchRequestEntity).insert({
        id: rematchRequestId,
        programId: program.id,
        mentorshipId: pair.id,
        askedBy: mentee.id,
        state: 'open',
        note: 'For Sam alone.',
        createdAt: NOW,
      });
      const about = { rematchRequestId };
      const asked = only(await app.tell('rematch.asked.v1', about, { programId: program.id }), SAM);
      expect(asked.subject).toBe('Ana Lima asks for another partner');
      expect(asked.text).not.toContain('For Sam alone.');
      expect(reply(asked)).toBe(ANA);
      await cover('rematch-asked');

      const answered = async (state: string, answer: string | null) => {
        await app.db.query(`UPDATE rematch_request SET state = $2, answer = $3 WHERE id = $1`, [
          rematchRequestId,
          state,
          answer,
        ]);
        return app.tell('rematch.answered.v1', about, { programId: program.id });
      };
      const declined = only(await answered('declined', 'Let us talk.'), ANA);
      expect(declined.text).toContain('> Let us talk.');
      expect(declined.text.replaceAll(/\s+/g, ' ')).toContain('Dana Cole hasn’t heard that you asked');
      expect(only(await answered('not-found', null), ANA).text).toContain('found nobody');
      expect(await answered('open', null)).toEqual([]);
      await cover('rematch-answered');

      await app.db.query(`UPDATE mentorship SET state = 'ended', ended_at = now() WHERE id = $1`, [pair.id]);
      const changed = await app.tell(
        'mentorship.rematched.v1',
        { mentorshipId: pair.id },
        { programId: program.id },
      );
      expect(changed.map(({ to }) => to).sort()).toEqual([[ANA], [DANA]]);
      for (const { text } of changed) {
        expect(text.replaceAll(/\s+/g, ' ')).toContain('It is no judgement on you');
        expect(text).not.toMatch(/asked|request|wish|For Sam/i);
      }
      expect(only(changed, DANA).text).toContain('Your place is free again');
      await cover('rematched');
    });
  });

  describe('mails to those whom a round leaves without a partner', () => {
    const LEFT: readonly (readonly [
      name: string,
      role: 'mentee' | 'mentor',
      diagnosis: object,
      words: string,
    ])[] = [
      ['one', 'mentee', placesTaken(1), 'One mentor covers what you asked for, and every place there went.'],
      ['some', 'mentee', placesTaken(4), '4 mentors cover what you asked for, and all their places went.'],
      ['ruled-out', 'mentee', ruledOut('veto', 'too-little-overlap'), 'more times that suit you.'],
      [
        'late',
        'mentor',
        { cause: { kind: 'partners-placed', feasiblePartners: 3 } },
        '3 mentees would suit you',
      ],
      ['odd', 'mentor', ruledOut('blocked', 'reporting-line'), 'This time nobody asked for what you offer.'],
    ];

    function placesTaken(feasiblePartners: number): object {
      return { cause: { kind: 'places-taken', decidedBy: 'score', feasiblePartners, nearest: [] } };
    }

    function ruledOut(...rules: string[]): object {
      const excludedBy = rules.map((rule) => ({ rule, count: 7 }));
      return { cause: { kind: 'no-feasible-partner', excludedBy } };
    }

    it('say how it stands in counts, and nothing about others, and take it back where it no longer holds', async () => {
      const { app, program, mentee, cover } = world();
      const run = await buildMatchRun(app.db, {
        programId: program.id,
        requestedBy: program.createdBy,
        publishedAt: NOW,
      });
      for (const [name, role, diagnosis, words] of LEFT) {
        const email = `${name}@example.org`;
        const account = await buildAccount(app.db, { name, email });
        const person = await buildParticipation(app.db, {
          programId: program.id,
          accountId: account.id,
          role,
        });
        await buildProfile(app.db, person, { capacity: 1 });
        const payload = { runId: run.id, participationId: person.id };
        await app.db.repository(CohortMemberEntity).insert({
          cohortId: run.cohortId,
          participationId: person.id,
          role,
          enrolledBy: program.createdBy,
        });
        await app.db
          .repository(MatchUnmatchedEntity)
          .insert({ runId: run.id, participationId: person.id, role, diagnosis });
        const dedupeKey = `match-answer.given:${run.id}:${person.id}`;
        const mail = only(
          await app.tell('match-answer.given.v1', payload, { programId: program.id, dedupeKey }),
          email,
        );
        const text = mail.text.replaceAll(/\s+/g, ' ');
        expect(text).toContain(words);
        expect(text).not.toMatch(/veto|block|line manager|reporting|7 |score|points|outbid/i);
        expect(reply(mail)).toBe(SAM);
        await cover(role === 'mentee' ? 'no-mentor-yet' : 'no-mentee-yet');

        const recalled = only(
          await app.tell('match-answer.recalled.v1', payload, { programId: program.id }),
          email,
        );
        expect(recalled.subject).toBe('The round of Northwind Mentoring is being matched anew');
        await cover('answer-recalled');
        const again = { programId: program.id, dedupeKey: `${dedupeKey}:again` };
        await app.db.query(`UPDATE match_run SET withdrawn_at = now() WHERE id = $1`, [run.id]);
        expect(await app.tell('match-answer.given.v1', payload, again)).toEqual([]);
        await app.db.query(`UPDATE match_run SET withdrawn_at = NULL WHERE id = $1`, [run.id]);
      }
      const unheard = { runId: run.id, participationId: mentee.id };
      expect(await app.tell('match-answer.recalled.v1', unheard, { programId: program.id })).toEqual([]);
    });
  });

  describe('mails to people of an earlier round', () => {
    async function askAgain(participationId: string): Promise<{ cohortId: string; earlierId: string }> {
      const { app, program } = world();
      const [earlierId, cohortId] = [v7(), v7()];
      const common = {
        programId: program.id,
        weights: {},
        rules: { excludeEarlierPartners: true },
        seed: 'seed',
        createdBy: program.createdBy,
      };
      const cohorts = app.db.repository(CohortEntity);
      await cohorts.insert({
        ...common,
        id: earlierId,
        name: 'Spring',
        state: 'completed',
        termFrom: '2026-03-02',
      });
      await cohorts.insert({
        ...common,
        id: cohortId,
        name: 'Autumn',
        state: 'open',
        termFrom: '2026-09-07',
        sourceCohortId: earlierId,
      });
      await app.db.repository(SameAgainEntity).insert({
        cohortId,
        participationId,
        askedBy: program.createdBy,
        askedAt: NOW,
        toldAt: NOW,
      });
      return { cohortId, earlierId };
    }

    it('ask whether they are in again, with a button for yes and one for no', async () => {
      const { app, program, mentor, cover } = world();
      const { cohortId } = await askAgain(mentor.id);
      const payload = { cohortId, participationId: mentor.id };
      const mail = only(await app.tell('same-again.asked.v1', payload, { programId: program.id }), DANA);
      expect(mail.subject).toBe('Autumn: in again as a mentor?');
      expect(mail.text).toContain('You took part in Spring as a mentor.');
      expect(mail.text).toContain('starts on Mon 7 Sep 2026 and runs for 26 weeks');
      expect(mail.text).toContain('You will meet somebody new.');
      expect(mail.text.split(/\s+/).length).toBeLessThan(150);
      expect(reply(mail)).toBe(SAM);
      const tokens = app.module.get(MailTokens, { strict: false });
      const links = linksOf(mail).filter((link) => link.startsWith('https://rapport.test/a/'));
      const purposes = await Promise.all(
        links.map(
          async (link) => (await tokens.inspect(link.slice('https://rapport.test/a/'.length))).purpose,
        ),
      );
      expect(purposes).toEqual(['cohort.join-again', 'cohort.not-again']);
      await cover('same-again');
    });

    it.each([
      ['the round is closed', `UPDATE cohort SET state = 'closed' WHERE id = $1`],
      ['it was answered', `UPDATE same_again SET answer = 'no', answered_at = now() WHERE cohort_id = $1`],
      [
        'an admin has enrolled them',
        `INSERT INTO cohort_member (cohort_id, participation_id, role, enrolled_by)
         SELECT $1, s.participation_id, 'mentee', s.asked_by FROM same_again s WHERE s.cohort_id = $1`,
      ],
    ])('are not sent once %s', async (_, sql) => {
      const { app, program, mentee } = world();
      const { cohortId } = await askAgain(mentee.id);
      await app.db.query(sql, [cohortId]);
      const payload = { cohortId, participationId: mentee.id };
      const dedupeKey = `same-again.asked:${cohortId}`;
      expect(await app.tell('same-again.asked.v1', payload, { programId: program.id, dedupeKey })).toEqual(
        [],
      );
    });
  });
}
