import { WithdrawRequest } from '#matching';
import { StartMentorships } from '#mentorships';
import { ChangeParticipation } from '#programs';
import { CloseRequestsProcessor } from '../../../apps/worker/src/matching/close-requests.processor.js';
import { ExpireRequestProcessor } from '../../../apps/worker/src/matching/expire-request.processor.js';
import { MONDAY, type Person, RequestsApp } from '../../support/requests-app.js';

let app: RequestsApp;
let programId: string;
let ada: Person;
let bo: Person;
let cai: Person;
let mel: Person;

beforeAll(async () => {
  app = await RequestsApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set(MONDAY);
  ({ id: programId } = await app.program({ requestsPendingPerMentee: 1 }));
  ada = await app.person(programId, 'mentor', 'Ada');
  bo = await app.person(programId, 'mentor', 'Bo');
  cai = await app.person(programId, 'mentor', 'Cai');
  mel = await app.person(programId, 'mentee', 'Mel');
});

const typesOf = async (id: string) => (await app.events(id)).map(({ type }) => type);

describe('a mentor who pauses', () => {
  it('answers everybody kindly, and the next choices move up', async () => {
    const kim = await app.person(programId, 'mentee', 'Kim');
    const [waiting] = await app.ask(mel, ada, bo);
    const [, queued] = await app.ask(kim, bo, ada);
    await app.use(ChangeParticipation).pause(ada.id, ada);
    await app.handle(CloseRequestsProcessor, 'participation.stopped.v1', ada.id);
    expect(await app.states(mel)).toEqual(['declined', 'pending']);
    expect(await app.states(kim)).toEqual(['pending', 'declined']);
    for (const { id } of [waiting!, queued!]) expect(await typesOf(id)).toContain('request.declined.v1');
    expect((await app.see(waiting!.id, mel)).decisionReason).toBe('They take no new mentees at present.');
  });

  it('and is back before the worker comes keeps the requests', async () => {
    await app.ask(mel, ada);
    await app.use(ChangeParticipation).pause(ada.id, ada);
    await app.use(ChangeParticipation).resume(ada.id, ada);
    await app.handle(CloseRequestsProcessor, 'participation.stopped.v1', ada.id);
    expect(await app.states(mel)).toEqual(['pending']);
  });
});

describe('a mentee', () => {
  it('who leaves takes back what was asked; only mentors who knew hear of it', async () => {
    const [first, second] = await app.ask(mel, ada, bo);
    await app.use(ChangeParticipation).leave(mel.id, mel);
    await app.handle(CloseRequestsProcessor, 'participation.stopped.v1', mel.id);
    expect(await app.states(mel)).toEqual(['withdrawn', 'withdrawn']);
    expect(await typesOf(first!.id)).toContain('request.withdrawn.v1');
    expect(await typesOf(second!.id)).toEqual([]);
  });

  it('who gets a mentor by a run has nothing open any more', async () => {
    const [first] = await app.ask(mel, ada, bo);
    const { started } = await app
      .use(StartMentorships)
      .execute([{ mentorId: cai.id, menteeId: mel.id, source: 'run', sourceId: null }], { programId });
    await app.handle(CloseRequestsProcessor, 'mentorship.started.v1', started[0]!.id);
    expect(await app.states(mel)).toEqual(['superseded', 'superseded']);
    expect(await typesOf(first!.id)).toContain('request.superseded.v1');
  });
});

describe('the bell of a request', () => {
  it('ends it once, and leaves one alone that was taken back', async () => {
    const [first, second] = await app.ask(mel, ada, bo);
    for (let time = 0; time < 2; time += 1)
      await app.handle(ExpireRequestProcessor, 'request.expiry-due.v1', first!.id);
    expect(await app.states(mel)).toEqual(['expired', 'pending']);
    await app.use(WithdrawRequest).execute({ requestId: second!.id, programId }, mel);
    await app.handle(ExpireRequestProcessor, 'request.expiry-due.v1', second!.id);
    expect(await app.states(mel)).toEqual(['expired', 'withdrawn']);
  });
});
