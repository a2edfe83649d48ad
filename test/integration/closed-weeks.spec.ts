import { AskMore } from '#matching';
import { ReleaseMentorship } from '#mentorships';
import { InviteByEmail } from '#programs';
import { buildMentorship } from '../support/factories/mentorship.factory.js';
import { MONDAY, type Person, RequestsApp } from '../support/requests-app.js';

let app: RequestsApp;
let programId: string;
let mentor: Person;
let mentee: Person;

beforeAll(async () => {
  app = await RequestsApp.start();
});
afterAll(() => app.stop());
// Two weeks are closed from that Monday on, and nobody works on Fridays.
beforeEach(async () => {
  app.clock.set(MONDAY);
  ({ id: programId } = await app.program({
    workingDays: ['MO', 'TU', 'WE', 'TH'],
    closedWeeks: [{ from: '2027-03-03', to: '2027-03-12' }],
  }));
  mentor = await app.person(programId, 'mentor', 'Ada');
  mentee = await app.person(programId, 'mentee', 'Mel');
});

const dueOf = async (subjectId: string, type: string): Promise<string[]> =>
  (await app.events(subjectId))
    .filter((event) => event.type === type)
    .map(({ due_at }) => due_at.toISOString());

describe('in closed weeks and on days off', () => {
  it('the clock of a request stops, and those of its reminders', async () => {
    const [request] = await app.ask(mentee, mentor);
    expect(request!.answerBy?.toISOString()).toBe('2027-03-22T22:59:00.000Z');
    expect(await dueOf(request!.id, 'request.expiry-due.v1')).toEqual(['2027-03-22T22:59:00.000Z']);
    expect(await dueOf(request!.id, 'request.reminder-due.v1')).toEqual([
      '2027-03-16T08:00:00.000Z',
      '2027-03-18T08:00:00.000Z',
    ]);
  });

  it('the clock that a question starts anew stops too', async () => {
    const [request] = await app.ask(mentee, mentor);
    app.clock.set(new Date('2027-03-18T08:00:00Z'));
    await app
      .use(AskMore)
      .execute({ requestId: request!.id, programId, question: 'What have you tried?' }, mentor);
    const { answerBy } = await app.see(request!.id, mentee);
    // Four days of the week after and the Monday behind it, when clocks have changed.
    expect(answerBy?.toISOString()).toBe('2027-03-29T21:59:00.000Z');
  });

  it('the clock of a notice stops that a mentor gives the mentee back', async () => {
    const { id } = await buildMentorship(app.db, { programId, mentorId: mentor.id, menteeId: mentee.id });
    await app.use(ReleaseMentorship).execute({ mentorshipId: id, programId }, mentor);
    expect(await dueOf(id, 'mentorship.release-notice-due.v1')).toEqual(['2027-03-17T22:59:00.000Z']);
  });

  it('the life of an invitation stops', async () => {
    const owner = {
      ...mentor,
      participations: [{ id: mentor.id, role: 'owner' as const, state: 'active' as const }],
    };
    const { invited } = await app
      .use(InviteByEmail)
      .execute({ emails: ['new@example.org'], role: 'mentor', note: null }, owner);
    // Thirty days from the Monday on which the program goes on, weekends counted.
    expect(invited.map(({ expiresAt }) => expiresAt.toISOString())).toEqual(['2027-04-13T07:00:00.000Z']);
  });
});
