import { jest } from '@jest/globals';
import { MatchingWorld } from '../../support/matching-world.js';

jest.setTimeout(120_000);

interface Shares {
  readonly key: string;
  readonly label: string;
  readonly people: number | null;
  readonly shares: { measure: string; share: number | null; unsaid: string | null }[] | null;
}
interface Report {
  readonly runId: string;
  readonly questions: { key: string; everybody: Shares; groups: Shares[] }[];
}

const QUESTION = {
  key: 'working-time',
  label: 'How much do you work?',
  options: [
    { key: 'full-time', label: 'Full-time' },
    { key: 'part-time', label: 'Part-time' },
    { key: 'student', label: 'Student' },
  ],
};

let world: MatchingWorld;
let cohortId: string;

beforeAll(async () => {
  world = await MatchingWorld.start();
  await world.startWorker();
});
afterAll(() => world.stop());

/** A published round of 60 mentees and 40 mentors, in which so many mentees answered so. */
async function publishedRound(answers: Readonly<Record<string, number>>): Promise<string> {
  await world.newProgram();
  await world.populate(40, 60);
  await ask();
  let from = 0;
  for (const [answer, count] of Object.entries(answers)) {
    await world.api.sql(
      `INSERT INTO group_answer (program_id, account_id, question, answer, answered_at)
       SELECT program_id, account_id, 'working-time', $2, now() FROM participation WHERE id = ANY($1::uuid[])`,
      [world.menteeIds.slice(from, from + count), answer],
    );
    from += count;
  }
  cohortId = await world.closedCohort();
  const { id } = await world.run(cohortId);
  await world.call('post', `/runs/${id}/publish`);
  return id;
}

async function ask(): Promise<void> {
  const { body } = await world.call('get', '');
  const { version } = body as { version: number };
  const changed = await world.call('patch', '', {
    version,
    body: { settings: { groupQuestions: [QUESTION] } },
  });
  expect(changed.status).toBe(200);
}

async function report(): Promise<Report> {
  const { status, body } = await world.call('get', `/cohorts/${cohortId}/fairness-report`);
  expect(status).toBe(200);
  return body as Report;
}

const shareOf = (group: Shares | undefined, measure: string) =>
  group?.shares?.find((one) => one.measure === measure);

describe('the fairness report', () => {
  it('leads with who got a mentor, and has no score', async () => {
    const runId = await publishedRound({ 'full-time': 30, 'part-time': 20 });
    const found = await report();
    expect(found.runId).toBe(runId);
    const [{ everybody, groups }] = found.questions as [Report['questions'][number]];
    expect(everybody.people).toBe(60);
    const matched = await world.api.sql<{ answer: string | null; people: number; matched: number }>(
      `SELECT g.answer, count(*)::int AS people, count(p.mentorship_id)::int AS matched
       FROM cohort_member m JOIN participation e ON e.id = m.participation_id
       LEFT JOIN group_answer g ON g.account_id = e.account_id AND g.program_id = e.program_id
       LEFT JOIN match_pair p ON p.run_id = $2 AND p.mentee_id = m.participation_id
       WHERE m.cohort_id = $1 AND m.role = 'mentee' GROUP BY 1`,
      [cohortId, runId],
    );
    const fullTime = matched.find(({ answer }) => answer === 'full-time');
    const group = groups.find(({ key }) => key === 'full-time');
    expect(group).toMatchObject({ label: 'Full-time', people: 30 });
    expect(group?.shares?.map(({ measure }) => measure)).toEqual([
      'gotMentor',
      'gotFirstWish',
      'gotAnyWish',
      'metInTime',
      'endedEarly',
      'pairApproved',
      'pairDeclined',
      'requestDeclined',
    ]);
    expect(shareOf(group, 'gotMentor')?.share).toBe(Math.round(((fullTime?.matched ?? 0) / 30) * 100));
    expect(shareOf(everybody, 'gotMentor')?.share).toBe(67);
    expect(shareOf(group, 'metInTime')).toMatchObject({ share: null, unsaid: 'too-early' });
    expect(shareOf(group, 'endedEarly')?.share).toBe(0);
    expect(JSON.stringify(found)).not.toMatch(/score/i);
  });

  it('hides small groups, and a further one so that none can be computed', async () => {
    await publishedRound({ 'full-time': 30, 'part-time': 4, student: 12 });
    const [question] = (await report()).questions;
    const people = Object.fromEntries(question?.groups.map((group) => [group.key, group.people]) ?? []);
    // 14 did not answer; of the groups over ten, the smallest goes with the one of four.
    expect(people).toEqual({ 'full-time': 30, 'part-time': null, student: null, 'not-said': 14 });
    expect(question?.groups.find(({ key }) => key === 'student')?.shares).toBeNull();
  });

  it('counts meetings, endings, decisions and refusals, once they can be known', async () => {
    const runId = await publishedRound({ 'full-time': 25, 'part-time': 25 });
    const fullTime = world.menteeIds.slice(0, 25);
    await world.api.sql(`UPDATE match_run SET published_at = now() - interval '20 days' WHERE id = $1`, [
      runId,
    ]);
    await world.api.sql(
      `UPDATE mentorship SET started_at = now() - interval '20 days' WHERE source_id = $1`,
      [runId],
    );
    await world.api.sql(
      `INSERT INTO session (id, program_id, mentorship_id, state, starts_at, ends_at, time_zone, booked_by)
       SELECT gen_random_uuid(), program_id, id, 'completed', started_at + interval '3 days', started_at + interval '4 days', 'UTC', $2
       FROM mentorship WHERE mentee_id = ANY($1::uuid[])`,
      [fullTime, world.owner.accountId],
    );
    await world.api.sql(`UPDATE mentorship SET state = 'ended' WHERE mentee_id <> ALL($1::uuid[])`, [
      fullTime,
    ]);
    await world.api.sql(
      `INSERT INTO pair_decision (run_id, mentee_id, mentor_id, kind, decided_by, decided_at)
       SELECT run_id, mentee_id, mentor_id, 'approved', $2, now() FROM match_pair WHERE run_id = $1`,
      [runId, world.owner.accountId],
    );
    await world.api.sql(
      `INSERT INTO request (id, program_id, mentee_id, mentor_id, state, note, closed_at)
       SELECT gen_random_uuid(), $1, mentee, $3, 'declined', '', now() FROM unnest($2::uuid[]) AS m(mentee)`,
      [world.programId, fullTime, world.mentorIds[0]],
    );
    const [question] = (await report()).questions;
    const group = (key: string) => question?.groups.find((one) => one.key === key);
    const got = (key: string) => shareOf(group(key), 'gotMentor')?.share;
    expect(shareOf(group('full-time'), 'metInTime')?.share).toBe(got('full-time'));
    expect(shareOf(group('part-time'), 'metInTime')?.share).toBe(0);
    expect(shareOf(group('part-time'), 'endedEarly')?.share).toBe(got('part-time'));
    expect(shareOf(group('full-time'), 'endedEarly')?.share).toBe(0);
    expect(shareOf(group('full-time'), 'pairApproved')?.share).toBe(got('full-time'));
    expect(shareOf(group('full-time'), 'requestDeclined')?.share).toBe(100);
    expect(shareOf(group('part-time'), 'requestDeclined')?.share).toBe(0);
  });

  it('is there for published rounds alone, and gone with a withdrawal', async () => {
    const runId = await publishedRound({});
    expect((await report()).questions).toHaveLength(1);
    await world.call('post', `/runs/${runId}/withdraw`, { body: { reason: 'Wrong list.' } });
    const refused = await world.call('get', `/cohorts/${cohortId}/fairness-report`);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'matching.no-published-run' });
    const unknown = await world.call('get', `/cohorts/${runId}/fairness-report`);
    expect(unknown.status).toBe(404);
  });
});

describe('answers about oneself', () => {
  it('are one’s own: written, read and deleted by the person, and in no list or export', async () => {
    await world.newProgram();
    await world.populate(1, 1);
    await ask();
    const mentee = await world.signIn(world.menteeIds[0]!);
    const put = (answers: object) =>
      world.call('put', '/me/group-answers', { as: mentee, body: { answers } });
    const written = await put({ 'working-time': 'part-time' });
    expect(written.status).toBe(200);
    expect(written.body).toEqual({ questions: [QUESTION], answers: { 'working-time': 'part-time' } });
    expect((await put({ 'working-time': 'never' })).status).toBe(422);
    expect((await put({ religion: 'none' })).status).toBe(422);
    expect((await put({ 'working-time': { $ne: 1 } })).status).toBe(422);
    expect((await world.call('get', '/me/group-answers')).body).toEqual({
      questions: [QUESTION],
      answers: {},
    });
    for (const path of [
      '/participations',
      `/participations/${world.menteeIds[0]}`,
      `/participations/${world.menteeIds[0]}/profile`,
      '/participation-export?format=json',
    ]) {
      const { status, text } = await world.call('get', path);
      expect(status).toBe(200);
      expect(text).not.toContain('part-time');
    }
    expect((await put({})).body).toEqual({ questions: [QUESTION], answers: {} });
    await put({ 'working-time': 'student' });
    expect((await world.call('delete', '/me/group-answers', { as: mentee })).status).toBe(204);
    expect(
      await world.api.sql(`SELECT 1 FROM group_answer WHERE program_id = $1`, [world.programId]),
    ).toEqual([]);
  });

  it('are asked with questions that the program states properly', async () => {
    await world.newProgram();
    const { body } = await world.call('get', '');
    for (const groupQuestions of [
      'x',
      [{ ...QUESTION, options: [] }],
      [QUESTION, QUESTION],
      [{ ...QUESTION, key: 'Not A Key' }],
      [{ ...QUESTION, surprise: 1 }],
      [
        {
          ...QUESTION,
          options: [
            { key: 'not-said', label: 'x' },
            { key: 'b', label: 'B' },
          ],
        },
      ],
    ]) {
      const refused = await world.call('patch', '', {
        version: (body as { version: number }).version,
        body: { settings: { groupQuestions } },
      });
      expect(refused.status).toBe(422);
    }
  });
});
