import {
  AcceptRequest,
  AnswerMore,
  AskMore,
  DeclineRequest,
  ExpireRequest,
  RequestQueries,
  WithdrawRequest,
} from '#matching';
import { MONDAY, type Person, RequestsApp } from '../../support/requests-app.js';

let app: RequestsApp;
let programId: string;
let mentors: Person[];
let mentee: Person;

beforeAll(async () => {
  app = await RequestsApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set(MONDAY);
  ({ id: programId } = await app.program({ requestsPendingPerMentee: 2 }));
  mentors = [];
  for (const name of ['Ada', 'Bo', 'Cai', 'Dia']) mentors.push(await app.person(programId, 'mentor', name));
  mentee = await app.person(programId, 'mentee', 'Mel');
});

const ref = (requestId: string) => ({ requestId, programId });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

describe('a mentee’s queue', () => {
  it('asks as many at once as the program allows, and the next when one says no', async () => {
    const [first] = await app.ask(mentee, ...mentors);
    expect(await app.states(mentee)).toEqual(['pending', 'pending', 'queued', 'queued']);
    await app
      .use(DeclineRequest)
      .execute({ ...ref(first!.id), reason: ' Until June\u0007 I travel. ' }, mentors[0]!);
    expect(await app.states(mentee)).toEqual(['declined', 'pending', 'pending', 'queued']);
    expect((await app.see(first!.id, mentee)).decisionReason).toBe('Until June I travel.');
  });

  it('tells from the start until when there is an answer, in working days of the program', async () => {
    const [first, , third] = await app.ask(mentee, ...mentors);
    // Monday and five working days: the end of the Monday after, in Berlin
    expect(first!.answerBy?.toISOString()).toBe('2027-03-08T22:59:00.000Z');
    expect(third!.answerBy).toBeNull();
    const events = await app.events(first!.id);
    expect(events.map(({ type, due_at }) => [type, due_at.toISOString()])).toEqual([
      ['request.received.v1', MONDAY.toISOString()],
      ['request.expiry-due.v1', '2027-03-08T22:59:00.000Z'],
      ['request.reminder-due.v1', '2027-03-03T08:00:00.000Z'],
      ['request.reminder-due.v1', '2027-03-05T08:00:00.000Z'],
    ]);
    expect(new Set(events.map((event) => event.subject_version))).toEqual(new Set([first!.version]));
    expect(await app.events(third!.id)).toEqual([]);
  });

  it('moves up when a request is taken back, and lets the same mentor be asked again', async () => {
    const [first] = await app.ask(mentee, ...mentors.slice(0, 3));
    await app.use(WithdrawRequest).execute(ref(first!.id), mentee);
    await app.use(WithdrawRequest).execute(ref(first!.id), mentee);
    expect(await app.states(mentee)).toEqual(['withdrawn', 'pending', 'pending']);
    const [again] = await app.ask(mentee, mentors[0]!);
    expect(again).toMatchObject({ state: 'queued', rank: 4 });
    const told = (await app.events(first!.id)).filter(({ type }) => type === 'request.withdrawn.v1');
    expect(told).toHaveLength(1);
  });

  it('answers a choice at once whose mentor has become full while it waited', async () => {
    const [first, , third, fourth] = await app.ask(mentee, ...mentors);
    const other = await app.person(programId, 'mentee', 'Other');
    const [theirs] = await app.ask(other, mentors[2]!);
    await app.use(AcceptRequest).execute(ref(theirs!.id), mentors[2]!);
    await app.use(DeclineRequest).execute({ ...ref(first!.id), reason: null }, mentors[0]!);
    expect(await app.states(mentee)).toEqual(['declined', 'pending', 'declined', 'pending']);
    expect((await app.see(third!.id, mentee)).decisionReason).toMatch(/could not take anybody/);
    expect((await app.events(fourth!.id)).map(({ type }) => type)).toContain('request.received.v1');
  });
});

describe('a yes', () => {
  it('starts a mentorship with reasons, and closes the mentee’s other requests politely', async () => {
    const [first, second, third] = await app.ask(mentee, ...mentors);
    await app.use(AcceptRequest).execute(ref(second!.id), mentors[1]!);
    expect(await app.states(mentee)).toEqual(['superseded', 'accepted', 'superseded', 'superseded']);
    const rows = await app.db.query<{ id: string; rationale: { forMentee: string[]; forMentor: string[] } }>(
      `SELECT id, rationale FROM mentorship WHERE mentee_id = $1 AND mentor_id = $2 AND source = 'request'
         AND source_id = $3 AND state = 'active'`,
      [mentee.id, mentors[1]!.id, second!.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.rationale.forMentee.join()).toMatch(/leadership/i);
    expect(rows[0]!.rationale.forMentor).not.toEqual([]);
    expect((await app.see(second!.id, mentee)).mentorshipId).toBe(rows[0]!.id);
    for (const closed of [first!, third!])
      expect((await app.events(closed.id)).at(-1)?.type).toBe('request.superseded.v1');
    expect(await codeOf(app.use(AcceptRequest).execute(ref(first!.id), mentors[0]!))).toBe(
      'matching.request-state',
    );
  });

  it('said twice is said once', async () => {
    const [first] = await app.ask(mentee, mentors[0]!);
    await Promise.all([1, 2, 3].map(() => app.use(AcceptRequest).execute(ref(first!.id), mentors[0]!)));
    const before = await app.see(first!.id, mentors[0]!);
    await app.use(AcceptRequest).execute(ref(first!.id), mentors[0]!);
    expect(await app.see(first!.id, mentors[0]!)).toEqual(before);
    const types = (await app.events(first!.id)).map(({ type }) => type);
    expect(types.filter((type) => type === 'request.accepted.v1')).toHaveLength(1);
  });

  it('by two mentors at once goes to the first', async () => {
    const requests = await app.ask(mentee, mentors[0]!, mentors[1]!);
    const codes = await Promise.all(
      requests.map(({ id }, at) => codeOf(app.use(AcceptRequest).execute(ref(id), mentors[at]!))),
    );
    expect(codes.sort()).toEqual(['done', 'matching.request-state']);
    expect((await app.states(mentee)).sort()).toEqual(['accepted', 'superseded']);
  });

  it('to thirty mentees at once fills exactly the places that there are', async () => {
    const { id } = await app.program({ openRequestsPerPlace: 20 });
    const mentor = await app.person(id, 'mentor', 'Wanted', { capacity: 2 });
    const asked: string[] = [];
    for (let at = 0; at < 30; at += 1) {
      const [request] = await app.ask(await app.person(id, 'mentee', `Mentee ${at}`), mentor);
      asked.push(request!.id);
    }
    const codes = await Promise.all(
      asked.map((requestId) => codeOf(app.use(AcceptRequest).execute({ requestId, programId: id }, mentor))),
    );
    expect(codes.filter((code) => code === 'done')).toHaveLength(2);
    expect(codes.filter((code) => code === 'mentorships.mentor-full')).toHaveLength(28);
    const [count] = await app.db.query<{ pairs: number; pending: number }>(
      `SELECT (SELECT count(*)::int FROM mentorship WHERE mentor_id = $1) AS pairs,
         (SELECT count(*)::int FROM request WHERE mentor_id = $1 AND state = 'pending') AS pending`,
      [mentor.id],
    );
    expect(count).toEqual({ pairs: 2, pending: 28 });
    expect((await app.use(RequestQueries).listReceived(mentor)).freePlaces).toBe(0);
  });
});

describe('a request that nobody answers', () => {
  it('ends when its time is over, not before, and the next choice moves up', async () => {
    const [first] = await app.ask(mentee, ...mentors.slice(0, 3));
    app.clock.set(new Date('2027-03-08T22:58:59.999Z'));
    expect(await app.use(ExpireRequest).execute(ref(first!.id))).toBe(false);
    app.clock.set(new Date('2027-03-08T22:59:00.000Z'));
    expect(await app.use(ExpireRequest).execute(ref(first!.id))).toBe(true);
    expect(await app.use(ExpireRequest).execute(ref(first!.id))).toBe(false);
    expect(await app.states(mentee)).toEqual(['expired', 'pending', 'pending']);
    expect((await app.events(first!.id)).at(-1)?.type).toBe('request.expired.v1');
    expect(await codeOf(app.use(AcceptRequest).execute(ref(first!.id), mentors[0]!))).toBe(
      'matching.request-state',
    );
  });

  it('ends on the bell, though this clock is a little behind the one that rang', async () => {
    const [first] = await app.ask(mentee, mentors[0]!);
    app.clock.set(new Date('2027-03-08T22:58:59.000Z'));
    expect(await app.use(ExpireRequest).execute({ ...ref(first!.id), dueAt: first!.answerBy! })).toBe(true);
  });
});

describe('tell me more', () => {
  it('goes to and fro, and the clock starts anew each time', async () => {
    const [first] = await app.ask(mentee, mentors[0]!);
    const { id } = first!;
    const [mentor] = mentors as [Person];
    const day = (date: string): void => {
      app.clock.set(new Date(`${date}T09:00:00.000Z`));
    };
    day('2027-03-03');
    await app.use(AskMore).execute({ ...ref(id), question: 'Which part first?' }, mentor);
    await app.use(AskMore).execute({ ...ref(id), question: 'Which part first?' }, mentor);
    expect(await codeOf(app.use(AskMore).execute({ ...ref(id), question: 'And why?' }, mentor))).toBe(
      'matching.question-open',
    );
    expect(await app.see(id, mentee)).toMatchObject({
      state: 'pending',
      waitsFor: 'mentee',
      question: 'Which part first?',
      answerBy: new Date('2027-03-10T22:59:00.000Z'),
    });
    day('2027-03-09');
    expect(
      await app.use(ExpireRequest).execute({ ...ref(id), dueAt: new Date('2027-03-08T22:59:00Z') }),
    ).toBe(false);
    await app.use(AnswerMore).execute({ ...ref(id), answer: 'Feedback.' }, mentee);
    await app.use(AnswerMore).execute({ ...ref(id), answer: 'Feedback.' }, mentee);
    expect(await codeOf(app.use(AnswerMore).execute({ ...ref(id), answer: 'More.' }, mentee))).toBe(
      'matching.no-question',
    );
    const view = await app.see(id, mentor);
    expect(view).toMatchObject({ waitsFor: 'mentor', answer: 'Feedback.' });
    expect(view.answerBy).toEqual(new Date('2027-03-16T22:59:00.000Z'));
    await app.use(AskMore).execute({ ...ref(id), question: 'And why?' }, mentor);
    expect(await app.see(id, mentee)).toMatchObject({
      question: 'And why?',
      answer: null,
      waitsFor: 'mentee',
    });
    await app.use(AcceptRequest).execute(ref(id), mentor);
    const types = (await app.events(id)).map(({ type }) => type);
    const count = (type: string) => types.filter((one) => one === type).length;
    expect([count('request.more-asked.v1'), count('request.more-answered.v1')]).toEqual([2, 1]);
    expect([count('request.expiry-due.v1'), count('request.reminder-due.v1')]).toEqual([4, 4]);
  });
});
