import { MailTokens } from '#accounts';
import { TestApi } from '../support/api-app.js';
import { type SessionPair, sessionPair } from '../support/session-pair.js';

const browser = 'text/html,application/xhtml+xml,*/*;q=0.8';

interface Offer {
  title: string;
  fields: { name: string; options: { value: string; label: string }[] }[];
}

describe('the first session, booked from the intro mail', () => {
  let api: TestApi;
  let pair: SessionPair;
  let link: string;

  beforeAll(async () => {
    api = await TestApi.start();
  }, 60_000);

  afterAll(() => api.stop());

  beforeEach(async () => {
    pair = await sessionPair(api);
    link = await linkOf(pair);
  });

  async function linkOf({ mentee, program, mentorship }: SessionPair): Promise<string> {
    const tokens = api.app.get(MailTokens, { strict: false });
    const id = await tokens.issue({
      accountId: mentee.accountId,
      purpose: 'session.book',
      context: { programId: program.id, mentorshipId: mentorship.id },
      expiresAt: new Date(Date.now() + 86_400_000),
    });
    return `/a/${tokens.urlTokenOf(id)}`;
  }

  const asJson = (path: string) => api.http.get(path).set('Accept', 'application/json');
  const press = (path: string, startsAt: string) =>
    api.http.post(path).set('Accept', 'application/json').send({ startsAt });
  const offer = async (path: string): Promise<string[]> => {
    const { body } = (await asJson(path).expect(200)) as { body: Offer };
    return body.fields[0]?.options.map(({ value }) => value) ?? [];
  };
  const sessions = ({ mentorship }: SessionPair): Promise<{ starts_at: Date; booked_by: string }[]> =>
    api.sql(`SELECT starts_at, booked_by FROM session WHERE mentorship_id = $1`, [mentorship.id]);

  it('offers times that do not overlap, and opening it changes nothing', async () => {
    const times = (await offer(link)).map((text) => Date.parse(text));
    expect(times.length).toBeGreaterThan(3);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(45 * 60_000);
    expect(await sessions(pair)).toEqual([]);
  });

  it('shows both clocks, with the time that was clicked chosen', async () => {
    const [, second = ''] = await offer(link);
    const { text } = await api.http.get(`${link}?startsAt=${second}`).set('Accept', browser).expect(200);
    expect(text).toContain(`value="${second}" required checked`);
    expect(text.match(/ checked/g)).toHaveLength(1);
    const odd = `${link}?startsAt=${encodeURIComponent('"><script>')}`;
    expect((await api.http.get(odd).set('Accept', browser).expect(200)).text).not.toContain('<script>');
  });

  it('books it for the mentee, once', async () => {
    const [first = ''] = await offer(link);
    await press(link, first).expect(200);
    await press(link, first).expect(200);
    const booked = await sessions(pair);
    expect(booked).toEqual([{ starts_at: new Date(first), booked_by: pair.mentee.accountId }]);
    const events = await api.sql(
      `SELECT 1 FROM outbox_event WHERE type = 'session.booked.v1' AND program_id = $1`,
      [pair.program.id],
    );
    expect(events).toHaveLength(1);
  });

  it('keeps the link usable when the time was not offered, or is taken meanwhile', async () => {
    const [first = '', second = ''] = await offer(link);
    await press(link, '2030-01-01T03:33:00.000Z').expect(422);
    await press(link, 'soon').expect(422);
    const other = await sessionPair(api, { program: pair.program, mentor: pair.mentor });
    await api.http
      .post(`${other.path}/sessions`)
      .set('Authorization', other.mentee.bearer)
      .send({ startsAt: first })
      .expect(201);
    await press(link, first).expect(422);
    await press(link, second).expect(200);
    expect(await sessions(pair)).toHaveLength(1);
  });

  it('lets one of two mentees win the same time, and the other choose again', async () => {
    const other = await sessionPair(api, { program: pair.program, mentor: pair.mentor });
    const links = [link, await linkOf(other)];
    for (let round = 0; round < 5; round += 1) {
      const [time = ''] = await offer(links[0] ?? '');
      const answers = await Promise.all(links.map((one) => press(one, time)));
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(statuses.filter((status) => [409, 422].includes(status))).toHaveLength(1);
      for (const one of [pair, other])
        await api.sql(`DELETE FROM session WHERE mentorship_id = $1`, [one.mentorship.id]);
      await api.sql(`UPDATE mail_token SET used_at = NULL WHERE purpose = 'session.book'`);
    }
  });

  it('offers no time in closed weeks, and looks behind them', async () => {
    const day = (ahead: number): string =>
      new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    const closedWeeks = [{ from: day(0), to: day(21) }];
    const resting = await sessionPair(api, { settings: { closedWeeks } });
    const times = await offer(await linkOf(resting));
    expect(times.length).toBeGreaterThan(3);
    // The week of the last closed day is closed until its Sunday.
    expect(Math.min(...times.map((time) => Date.parse(time)))).toBeGreaterThan(Date.parse(day(21)));
    await press(await linkOf(resting), times[0] ?? '').expect(200);
    expect(await sessions(resting)).toHaveLength(1);
  });

  it('looks no further ahead than sessions are booked', async () => {
    const near = await sessionPair(api, { settings: { sessionHorizonDays: 2, sessionNoticeMinutes: 0 } });
    const times = await offer(await linkOf(near));
    expect(times.length).toBeGreaterThan(3);
    expect(Math.max(...times.map((time) => Date.parse(time)))).toBeLessThan(Date.now() + 2 * 86_400_000);
  });

  it('says what to do when no time suits both, or the mentorship is over', async () => {
    const never = await sessionPair(api, { mentorProfile: { windows: [] } });
    const { body } = await asJson(await linkOf(never)).expect(409);
    expect(body).toMatchObject({ code: 'sessions.no-common-time' });
    await api.sql(`UPDATE mentorship SET state = 'ended' WHERE id = $1`, [pair.mentorship.id]);
    await asJson(link).expect(409);
  });
});
