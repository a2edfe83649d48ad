import { buildCohort } from '../../support/factories/cohort.factory.js';
import { ANA, DANA, linksOf, type MailSuite, only } from './mail-suite.js';

/** The mails about a round, as a part of that suite. */
export function describeRoundMails(suite: () => MailSuite): void {
  describe('mails about a round', () => {
    it('ask whoever has not answered, with a yes and a no to press', () => checkMailsThatAsk(suite()));

    it('say what is missing, that they can skip, and that a place is theirs', () =>
      checkMailsToMembers(suite()));
  });
}

async function checkMailsThatAsk(suite: MailSuite): Promise<void> {
  const { app, program, mentee, cover } = suite;
  const inProgram = { programId: program.id };
  const cohort = await buildCohort(app.db, {
    ...inProgram,
    createdBy: program.createdBy,
    enrolment: { enrolsUntil: '2026-03-14', matchesOn: '2026-03-23' },
  });
  const about = { cohortId: cohort.id, participationId: mentee.id };
  const opened = only(await app.tell('cohort.enrolment-opened.v1', about, inProgram), ANA);
  expect(opened.subject).toBe('Spring: you can enrol now');
  expect(opened.text).toContain('as a mentee until Sat 14 Mar. Matching is planned for Mon 23 Mar.');
  expect(linksOf(opened)).toHaveLength(2);
  await cover('enrolment-opened');
  const reminder = only(await app.tell('cohort.enrolment-reminder.v1', { ...about, day: 7 }, inProgram), ANA);
  expect(reminder.subject).toBe('Spring: enrolment is open until Sat 14 Mar');
  await cover('enrolment-reminder');

  const [waiting] = await app.owe('cohort.enrolment-reminder.v1', { ...about, day: 2 }, inProgram);
  await app.db.query(
    `INSERT INTO cohort_answer (cohort_id, participation_id, answer) VALUES ($1, $2, 'out')`,
    [cohort.id, mentee.id],
  );
  await app.send(waiting!.id);
  expect(await app.delivery(waiting!.id)).toMatchObject({
    state: 'dropped',
    last_error: 'it was answered',
  });
  expect(await app.owe('cohort.enrolment-reminder.v1', { ...about, day: 0 }, inProgram)).toEqual([]);
}

async function checkMailsToMembers(suite: MailSuite): Promise<void> {
  const { app, program, mentor, cover } = suite;
  const inProgram = { programId: program.id };
  const cohort = await buildCohort(app.db, {
    ...inProgram,
    createdBy: program.createdBy,
    state: 'closed',
    enrolment: { matchesOn: '2026-03-23' },
  });
  const about = { cohortId: cohort.id, participationId: mentor.id };
  expect(await app.owe('cohort.skip-notice.v1', about, inProgram)).toEqual([]);
  await app.db.query(
    `INSERT INTO cohort_member (cohort_id, participation_id, role, enrolled_by) VALUES ($1, $2, 'mentor', $3)`,
    [cohort.id, mentor.id, program.createdBy],
  );
  const notice = only(await app.tell('cohort.skip-notice.v1', about, inProgram), DANA);
  expect(notice.subject).toBe('Spring: you are in, and people are matched on Mon 23 Mar');
  expect(notice.text).not.toContain('place in line');
  await cover('skip-notice');
  const reminder = only(await app.tell('cohort.readiness-reminder.v1', about, inProgram), DANA);
  expect(reminder.text).toContain('You have not agreed to the privacy notice');
  expect(linksOf(reminder)).toHaveLength(3);
  await cover('readiness-reminder');
  const moved = only(await app.tell('cohort.moved-up.v1', about, inProgram), DANA);
  expect(moved.text).toContain(
    'You are in: you take part in Spring as a mentor. People are matched on Mon 23 Mar.',
  );
  await cover('moved-up');
}
