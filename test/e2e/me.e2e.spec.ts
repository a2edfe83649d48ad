import { TestApi, type TestPerson } from '../support/api-app.js';

let api: TestApi;
let grace: TestPerson;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.sql(`TRUNCATE account, rate_counter, outbox_event CASCADE`);
  grace = await api.person('Grace Hopper');
});

const as = (person: TestPerson) => ({
  get: (path: string) => api.http.get(path).set('Authorization', person.bearer),
  patch: (path: string, body: object) => api.http.patch(path).set('Authorization', person.bearer).send(body),
  post: (path: string) => api.http.post(path).set('Authorization', person.bearer),
  delete: (path: string) => api.http.delete(path).set('Authorization', person.bearer),
});

describe('one’s own account', () => {
  it('changes with the version that was read', async () => {
    const { headers } = await as(grace).get('/v1/me').expect(200);
    const tag = String(headers['etag']);
    const changes = { name: ' Rear Admiral Hopper ', timeZone: 'America/New_York', locale: 'en-US' };
    const { body } = await as(grace).patch('/v1/me', changes).set('If-Match', tag).expect(200);
    expect(body).toMatchObject({ ...changes, name: 'Rear Admiral Hopper' });
    await as(grace).patch('/v1/me', { name: 'Late' }).set('If-Match', tag).expect(412);
    await as(grace).patch('/v1/me', { name: 'No version' }).expect(428);
    expect((await as(grace).get('/v1/me')).body.name).toBe('Rear Admiral Hopper');
  });

  it.each([
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['timeZone', { timeZone: 'EST' }],
    ['name', { name: '' }],
    ['email', { email: 'other@example.org' }],
    ['isPlatformAdmin', { isPlatformAdmin: true }],
    ['version', { version: 7 }],
  ])('refuses a bad %s by name', async (path, changes) => {
    const { headers, body: before } = await as(grace).get('/v1/me');
    const { body } = await as(grace)
      .patch('/v1/me', changes)
      .set('If-Match', String(headers['etag']))
      .expect(422);
    expect(body.fields).toEqual([expect.objectContaining({ path })]);
    expect((await as(grace).get('/v1/me')).body).toEqual(before);
  });

  it('notes the first time that the privacy notice was accepted', async () => {
    const { body: first } = await as(grace).post('/v1/me/privacy-acceptance').expect(200);
    const { body: second } = await as(grace).post('/v1/me/privacy-acceptance').expect(200);
    expect(first.privacyAcceptedAt).toMatch(/Z$/);
    expect(second).toEqual(first);
  });
});

describe('devices', () => {
  it('are listed, and signed out one by one', async () => {
    const phone = await api.signIn(grace.accountId);
    const { body } = await as(grace).get('/v1/me/devices').expect(200);
    const current = Object.fromEntries(
      (body.items as { id: string; current: boolean }[]).map((item) => [item.id, item.current]),
    );
    expect(current).toEqual({ [grace.deviceId]: true, [phone.deviceId]: false });
    await as(grace).delete(`/v1/me/devices/${phone.deviceId}`).expect(204);
    await as(grace).delete(`/v1/me/devices/${phone.deviceId}`).expect(404);
    await api.http.post('/v1/auth/refresh').send({ refreshToken: phone.refreshToken }).expect(401);
    expect((await as(grace).get('/v1/me/devices')).body.items).toHaveLength(1);
  });

  it('of others do not exist', async () => {
    const ada = await api.person('Ada Lovelace');
    await as(grace).delete(`/v1/me/devices/${ada.deviceId}`).expect(404);
    await as(grace).delete('/v1/me/devices/7').expect(404);
    await as(grace).delete('/v1/me/devices/%27%20OR%201=1').expect(404);
    await api.http.post('/v1/auth/refresh').send({ refreshToken: ada.refreshToken }).expect(200);
  });
});
