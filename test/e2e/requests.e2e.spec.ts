import { MailTokens } from '#accounts';
import { Database } from '#database';
import type { ProgramSettings } from '#programs';
import { TestApi, type TestPerson } from '../support/api-app.js';
import { buildParticipation } from '../support/factories/participation.factory.js';
import { buildProfile } from '../support/factories/profile.factory.js';
import { buildProgram } from '../support/factories/program.factory.js';
import { signedIn } from '../support/signed-in.js';

type Member = TestPerson & { readonly id: string };

let api: TestApi;
let programId: string;
let base: string;
let ada: Member;
let bo: Member;
let mel: Member;
let kim: Member;
let owner: Member;

beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.sql(`TRUNCATE account, program, rate_counter, outbox_event CASCADE`);
  await enter({});
});

async function enter(settings: Partial<ProgramSettings>): Promise<void> {
  const admin = await api.person('Olu Owner', { email: `olu.${Object.keys(settings).length}@example.org` });
  const program = await buildProgram(api.app.get(Database), { createdBy: admin.accountId, settings });
  programId = program.id;
  base = `/v1/programs/${programId}/requests`;
  const tag = `${Object.keys(settings).length}@example.org`;
  owner = await join('owner', 'Olu Owner', admin);
  ada = await join('mentor', 'Ada Mentor', await api.person('Ada Mentor', { email: `ada.${tag}` }));
  bo = await join('mentor', 'Bo Mentor', await api.person('Bo Mentor', { email: `bo.${tag}` }));
  mel = await join('mentee', 'Mel Mentee', await api.person('Mel Mentee', { email: `mel.${tag}` }));
  kim = await join('mentee', 'Kim Mentee', await api.person('Kim Mentee', { email: `kim.${tag}` }));
}

async function join(role: string, name: string, person: TestPerson, state = 'active'): Promise<Member> {
  const db = api.app.get(Database);
  const at = new Date();
  const { accountId } = person;
  const row = await buildParticipation(db, { programId, accountId, role, state, privacyConfirmedAt: at });
  if (role !== 'owner') await buildProfile(db, row, { headline: `I am ${name}`, goals: ['leadership'] });
  return { ...person, id: row.id };
}

const as = (person: TestPerson) => signedIn(api, person, base);

const choose = (...mentors: readonly { id: string }[]) => ({
  choices: mentors.map(({ id }) => ({ mentorId: id, note: 'Help me lead.' })),
});

async function asked(mentee = mel, mentor = ada): Promise<string> {
  const { body } = await as(mentee).post('', choose(mentor)).expect(201);
  return (body.items as { id: string; mentor: { participationId: string } }[]).find(
    (item) => item.mentor.participationId === mentor.id,
  )!.id;
}

const rows = () => api.sql(`SELECT id, state, version, note, question FROM request ORDER BY id`);

describe('asking and answering', () => {
  it('goes from two choices to a mentorship', async () => {
    const { body: mine } = await as(mel).post('', choose(ada, bo)).expect(201);
    expect(mine).toMatchObject({
      rankedChoices: 5,
      pendingAtOnce: 3,
      items: [
        { state: 'pending', rank: 1, you: 'mentee', waitsFor: 'mentor', mentor: { name: 'Ada Mentor' } },
        { state: 'pending', rank: 2, mentor: { name: 'Bo Mentor' } },
      ],
    });
    const { body: received } = await as(bo).get('/received').expect(200);
    expect(received).toMatchObject({
      freePlaces: 1,
      items: [
        { note: 'Help me lead.', rank: null, mentee: { name: 'Mel Mentee', headline: 'I am Mel Mentee' } },
      ],
    });
    expect(received.items[0].answerBy).toBe(mine.items[1].answerBy);
    const path = `/${String(received.items[0].id)}`;
    const { body: accepted } = await as(bo).post(`${path}/accept`).expect(200);
    expect(accepted).toMatchObject({ state: 'accepted', mentorshipId: expect.any(String) });
    expect((await as(bo).post(`${path}/accept`).expect(200)).body).toEqual(accepted);
    const { body: after } = await as(mel).get('/mine').expect(200);
    expect((after.items as { state: string }[]).map(({ state }) => state).sort()).toEqual([
      'accepted',
      'superseded',
    ]);
  });

  it('keeps drafts to the mentee, with a version', async () => {
    const { body: draft, headers } = await as(mel)
      .post('/drafts', { mentorId: ada.id, note: '' })
      .expect(201);
    const path = `/${String(draft.id)}`;
    await as(mel).post(`${path}/submit`).expect(422);
    await as(mel).patch(path, { note: 'Now.' }).expect(428);
    await as(mel).patch(path, { note: 'Now.' }).set('If-Match', '"9"').expect(412);
    await as(mel).patch(path, { note: 'Now.' }).set('If-Match', String(headers['etag'])).expect(200);
    for (const other of [ada, kim, owner]) await as(other).get(path).expect(404);
    expect((await as(owner).get().expect(200)).body.items).toEqual([]);
    expect((await as(ada).get('/received').expect(200)).body.items).toEqual([]);
    const { body: sent } = await as(mel).post(`${path}/submit`).expect(200);
    expect(sent).toMatchObject({ state: 'pending', note: 'Now.' });
    expect((await as(mel).post(`${path}/submit`).expect(200)).body).toEqual(sent);
    await as(mel).delete(path).expect(409);
  });

  it('lets the mentee change the order of what waits', async () => {
    await enter({ requestsPendingPerMentee: 1 });
    const cai = await join('mentor', 'Cai', await api.person('Cai'));
    const { body } = await as(mel)
      .post('', choose(ada, bo, cai))
      .expect(201);
    const [first, second, third] = (body.items as { id: string }[]).map(({ id }) => id);
    for (const requestIds of [[third], [third, third], [third, second, first], [first, second]])
      await as(mel).put('/order', { requestIds }).expect(422);
    await as(mel)
      .put('/order', { requestIds: ['7'] })
      .expect(422);
    const { body: after } = await as(mel)
      .put('/order', { requestIds: [third, second] })
      .expect(200);
    expect((after.items as { id: string; rank: number }[]).map(({ id, rank }) => [id, rank])).toEqual([
      [first, 1],
      [third, 2],
      [second, 3],
    ]);
    await as(ada).post(`/${first!}/decline`).expect(200);
    expect((await as(mel).get(`/${third!}`)).body.state).toBe('pending');
  });

  it('deletes drafts, and hands one in that is chosen', async () => {
    const { body: first } = await as(mel).post('/drafts', { mentorId: ada.id, note: 'a' }).expect(201);
    await as(mel)
      .delete(`/${String(first.id)}`)
      .expect(204);
    await as(mel)
      .get(`/${String(first.id)}`)
      .expect(404);
    const { body: second } = await as(mel).post('/drafts', { mentorId: bo.id, note: 'b' }).expect(201);
    expect(await asked(mel, bo)).toBe(second.id);
  });
});

describe('who may', () => {
  it.each([
    ['mel', 'accept', 403],
    ['kim', 'accept', 403],
    ['owner', 'accept', 403],
    ['bo', 'accept', 404],
    ['bo', 'decline', 404],
    ['mel', 'decline', 403],
    ['bo', 'ask-more', 404],
    ['ada', 'withdraw', 403],
    ['kim', 'withdraw', 404],
    ['ada', 'answer', 403],
    ['kim', 'answer', 404],
    ['kim', 'submit', 404],
  ])('%s: %s is a %i', async (who, verb, status) => {
    const id = await asked();
    const before = await rows();
    const person = { ada, bo, mel, kim, owner }[who]!;
    const input = { 'ask-more': { question: 'Why?' }, answer: { answer: 'So.' } }[verb] ?? {};
    await as(person).post(`/${id}/${verb}`, input).expect(status);
    expect(await rows()).toEqual(before);
  });

  it('reads what: the two everything, an admin states, names and dates, others nothing', async () => {
    const id = await asked();
    for (const one of [mel, ada])
      expect((await as(one).get(`/${id}`).expect(200)).body.note).toBe('Help me lead.');
    for (const one of [kim, bo]) await as(one).get(`/${id}`).expect(404);
    const { body } = await as(owner).get(`/${id}`).expect(200);
    const hidden = { note: null, question: null, answer: null, decisionReason: null, rank: null, you: null };
    expect(body).toMatchObject({ ...hidden, state: 'pending', mentor: { name: 'Ada Mentor' } });
    expect(body.answerBy).toMatch(/Z$/);
    expect(JSON.stringify((await as(owner).get('?state=pending').expect(200)).body)).not.toContain('Help me');
    for (const one of [mel, ada]) await as(one).get().expect(403);
    for (const one of [owner, mel]) await as(one).get('/received').expect(403);
    await as(owner).get('/mine').expect(403);
    await api.http.get(base).expect(401);
  });

  it('is nobody of another program', async () => {
    const id = await asked();
    const first = { base, mel, ada };
    await enter({ rankedChoices: 4 });
    await as(first.ada).post(`/${id}/accept`).expect(404);
    await as(ada).post(`/${id}/accept`).expect(404);
    await as(owner).get(`/${id}`).expect(404);
    await as(mel).post('', choose(first.ada)).expect(404);
  });
});

describe('limits', () => {
  it('of a mentor hold, and say when to ask again', async () => {
    await enter({ openRequestsPerPlace: 1, rankedChoices: 1 });
    await asked(mel, ada);
    const { body } = await as(kim).post('', choose(ada)).expect(409);
    expect(body.code).toBe('matching.mentor-not-taking-requests');
    expect(body.detail).toMatch(
      /^Ada Mentor has as many .* Ask again after \w{3} \d+ \w{3}, 23:59 \(Berlin\)\.$/,
    );
    const { body: tooMany } = await as(mel).post('', choose(bo)).expect(409);
    expect(tooMany.code).toBe('matching.too-many-choices');
  });

  it('of a mentor hold also for many at once', async () => {
    await enter({ openRequestsPerPlace: 2 });
    const mentees = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (at) => join('mentee', `M${at}`, await api.person(`M${at}`))),
    );
    const answers = await Promise.all(mentees.map((one) => as(one).post('', choose(ada))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
  });

  it('refuses with a reason who can’t be asked', async () => {
    const code = async (mentor: { id: string }, mentee = mel): Promise<[number, string]> => {
      const { status, body } = await as(mentee).post('', choose(mentor));
      return [status, String(body.code)];
    };
    const paused = await join('mentor', 'P', await api.person('P'), 'paused');
    const applied = await join('mentor', 'A', await api.person('A'), 'applied');
    const self = await join('mentor', 'Mel Mentee', mel);
    const unconfirmed = await join('mentor', 'U', await api.person('U'));
    await api.sql(`UPDATE participation SET privacy_confirmed_at = NULL WHERE id = $1`, [unconfirmed.id]);
    expect(await code(paused)).toEqual([409, 'matching.mentor-not-taking-requests']);
    expect(await code(applied)).toEqual([404, 'matching.mentor-unknown']);
    expect(await code(unconfirmed)).toEqual([404, 'matching.mentor-unknown']);
    expect(await code(kim)).toEqual([404, 'matching.mentor-unknown']);
    expect(await code(self)).toEqual([409, 'matching.own-mentor']);
    const id = await asked(kim, ada);
    expect(await code(ada, kim)).toEqual([409, 'matching.already-asked']);
    await as(ada).post(`/${id}/accept`).expect(200);
    expect(await code(ada)).toEqual([409, 'mentorships.mentor-full']);
    expect(await code(bo, kim)).toEqual([409, 'mentorships.mentee-has-mentor']);
    await api.sql(`UPDATE participation SET state = 'paused' WHERE id = $1`, [mel.id]);
    expect(await code(bo)).toEqual([409, 'matching.mentee-not-active']);
    // One bad choice refuses all of them.
    await api.sql(`UPDATE participation SET state = 'active' WHERE id = $1`, [mel.id]);
    await as(mel).post('', choose(bo, paused)).expect(409);
    expect(await rows()).toHaveLength(1);
  });
});

describe('bad input', () => {
  it.each([
    ['choices', {}],
    ['choices', { choices: [] }],
    ['choices', { choices: 'ada' }],
    ['choices.0.mentorId', { choices: [{ mentorId: '7', note: 'a' }] }],
    ['choices.0.note', { choices: [{ mentorId: 'ADA', note: '   ' }] }],
    ['choices.0.note', { choices: [{ mentorId: 'ADA', note: 'x'.repeat(601) }] }],
    ['choices.0.note', { choices: [{ mentorId: 'ADA', note: 7 }] }],
    ['choices.0.note', { choices: [{ mentorId: 'ADA' }] }],
    ['choices.0.note', { choices: [{ mentorId: 'ADA', note: 'a\u0000b' }] }],
    ['choices.0.state', { choices: [{ mentorId: 'ADA', note: 'a', state: 'accepted' }] }],
    ['menteeId', { choices: [{ mentorId: 'ADA', note: 'a' }], menteeId: 'x' }],
  ])('names %s', async (path, input) => {
    const text = JSON.stringify(input).replaceAll('ADA', ada.id);
    const { body } = await as(mel)
      .post('', JSON.parse(text) as object)
      .expect(422);
    expect((body.fields as { path: string }[]).map((field) => field.path)).toContain(path);
    expect(await rows()).toEqual([]);
  });

  it('of answers names the field, and an id of nothing is not found', async () => {
    const id = await asked();
    await as(ada).post(`/${id}/ask-more`, { question: ' ' }).expect(422);
    await as(ada)
      .post(`/${id}/decline`, { reason: 'x'.repeat(601) })
      .expect(422);
    await as(mel).post(`/${id}/answer`, { answer: 'Nobody asked' }).expect(409);
    await as(ada).post('/7/accept').expect(404);
    await as(ada).post('/019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073/accept').expect(404);
    await as(owner).get('?state=lost').expect(422);
    await as(owner).get('?cursor=lost').expect(422);
    await as(owner).get('?participationId=7').expect(422);
  });
});

describe('from a mail', () => {
  const browser = 'text/html,*/*;q=0.8';
  async function link(purpose: string, requestId: string): Promise<string> {
    const tokens = api.app.get(MailTokens, { strict: false });
    const expiresAt = new Date(Date.now() + 60_000);
    const id = await tokens.issue({ accountId: ada.accountId, purpose, context: { requestId }, expiresAt });
    return `/a/${tokens.urlTokenOf(id)}`;
  }
  const press = (path: string, form: object = {}) =>
    api.http.post(path).set('Accept', browser).type('form').send(form);

  it('accepts by the button alone, and says the same when it is pressed again', async () => {
    const path = await link('request.accept', await asked());
    const before = await rows();
    for (let time = 0; time < 3; time += 1) {
      const { text } = await api.http.get(path).set('Accept', browser).expect(200);
      expect(text).toContain('Mel Mentee');
      expect(text.match(/<button/g)).toHaveLength(1);
    }
    expect(await rows()).toEqual(before);
    const first = await press(path).expect(200);
    expect(first.text).toContain('You are Mel Mentee’s mentor');
    expect((await press(path).expect(200)).text).toBe(first.text);
    expect(await api.sql(`SELECT id FROM mentorship`)).toHaveLength(1);
  });

  it('declines with a reason, and asks more', async () => {
    const id = await asked();
    const more = await link('request.ask-more', id);
    expect((await press(more).expect(422)).text).toContain('role="alert"');
    await press(more, { question: 'What have you tried?' }).expect(200);
    expect((await as(mel).get(`/${id}`)).body).toMatchObject({
      waitsFor: 'mentee',
      question: 'What have you tried?',
    });
    await as(mel).post(`/${id}/answer`, { answer: 'A course.' }).expect(200);
    await press(await link('request.decline', id), { reason: 'Full until June.' }).expect(200);
    expect((await as(mel).get(`/${id}`)).body).toMatchObject({
      state: 'declined',
      decisionReason: 'Full until June.',
    });
    const late = await press(await link('request.accept', id)).expect(409);
    expect(late.text).toContain('declined already');
  });

  it('does nothing for somebody else’s request', async () => {
    const id = await asked(mel, bo);
    for (const purpose of ['request.accept', 'request.decline'])
      await press(await link(purpose, id)).expect(404);
    expect((await as(mel).get(`/${id}`)).body.state).toBe('pending');
  });
});
