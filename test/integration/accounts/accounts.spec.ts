import { AccountQueries, FindOrCreateAccounts, MailTokens } from '#accounts';
import { Database } from '#database';
import { TestApi } from '../../support/api-app.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());
beforeEach(() => api.sql(`TRUNCATE account, outbox_event CASCADE`));

const seeds = (count: number, prefix = 'p') =>
  Array.from({ length: count }, (_, at) => ({
    email: `${prefix}${at}@example.org`,
    name: `Person ${at}`,
    timeZone: 'Europe/Berlin',
  }));

describe('accounts in bulk', () => {
  const bring = (list: Parameters<FindOrCreateAccounts['execute']>[0]) =>
    api.app.get(FindOrCreateAccounts, { strict: false }).execute(list);

  it('are made once for each address, in any case, and owe no mail', async () => {
    const list = [...seeds(2_500), { email: ' P7@EXAMPLE.org ', name: 'Twice', timeZone: 'UTC' }];
    const first = await bring(list);
    expect(first.size).toBe(2_500);
    expect(await bring([...list].reverse())).toEqual(first);
    const [count] = await api.sql(
      `SELECT count(*)::int AS all, count(claimed_at)::int AS claimed FROM account`,
    );
    expect(count).toEqual({ all: 2_500, claimed: 0 });
    expect(await api.sql(`SELECT 1 FROM outbox_event`)).toEqual([]);
    const person = await api.app.get(AccountQueries, { strict: false }).findByEmail('P7@example.ORG');
    expect(person).toMatchObject({ id: first.get('p7@example.org'), name: 'Person 7', hasPassword: false });
  });

  it('never change an account that is there', async () => {
    const grace = await api.person('Grace Hopper');
    const before = await api.sql(`SELECT * FROM account`);
    const ids = await bring([{ email: grace.email, name: 'Changed', timeZone: 'UTC' }]);
    expect(ids.get(grace.email)).toBe(grace.accountId);
    expect(await api.sql(`SELECT * FROM account`)).toEqual(before);
  });

  it('come out the same from many imports at once, in any order', async () => {
    const list = seeds(400);
    const results = await Promise.all(
      [list, [...list].reverse(), list.slice(100), list.slice(0, 300)].map((part) => bring(part)),
    );
    for (const ids of results) for (const [email, id] of ids) expect(results[0]!.get(email)).toBe(id);
    expect(await api.sql(`SELECT 1 FROM account`)).toHaveLength(400);
  });
});

describe('links by mail', () => {
  const tokens = () => api.app.get(MailTokens, { strict: false });
  const issue = async (expiresInMs = 60_000) => {
    const { accountId } = await api.person('Grace Hopper');
    const context = { requestId: '01890a5d-ac96-774b-bcce-b302099a8057' };
    const expiresAt = new Date(Date.now() + expiresInMs);
    const id = await tokens().issue({ accountId, purpose: 'test.act', context, expiresAt });
    return { accountId, context, id, url: tokens().urlTokenOf(id) };
  };

  it('are used by exactly one of many', async () => {
    const { accountId, context, url } = await issue();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => tokens().redeem(url, 'test.act')),
    );
    const won = tries.filter((one) => one.status === 'fulfilled');
    expect(won.map((one) => one.value)).toEqual([{ accountId, context }]);
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'accounts.link-used' });
  });

  it('pass to the next one when the work of the first fails', async () => {
    const { url } = await issue();
    const db = api.app.get(Database);
    const attempt = (fail: boolean) =>
      db.transaction(async () => {
        await tokens().redeem(url, 'test.act');
        await db.query(`SELECT pg_sleep(0.05)`);
        if (fail) throw new Error('on purpose');
      });
    const outcomes = await Promise.allSettled([attempt(true), attempt(true), attempt(false)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  it('are looked at without being used', async () => {
    const { accountId, context, id, url } = await issue();
    for (let time = 0; time < 2; time += 1)
      expect(await tokens().inspect(url)).toMatchObject({ id, accountId, context, purpose: 'test.act' });
    await expect(tokens().redeem(url, 'test.other')).rejects.toMatchObject({ code: 'accounts.link-unknown' });
    await tokens().redeem(url, 'test.act');
    await expect(tokens().inspect(url)).rejects.toMatchObject({ code: 'accounts.link-used' });
  });

  it('end with their time, and are forgotten when withdrawn', async () => {
    const late = await issue(-1);
    await expect(tokens().inspect(late.url)).rejects.toMatchObject({ code: 'accounts.link-expired' });
    await expect(tokens().redeem(late.url, 'test.act')).rejects.toMatchObject({
      code: 'accounts.link-expired',
    });
    await tokens().withdraw(late.accountId, ['test.act']);
    expect(await api.sql(`SELECT context FROM mail_token`)).toEqual([{ context: {} }]);
  });

  it('carry nothing that is stored', async () => {
    const { url } = await issue();
    const stored = JSON.stringify(await api.sql(`SELECT * FROM mail_token`));
    expect(stored).not.toContain(url.split('.')[1]);
  });

  it('of other kinds come back as ids of that kind alone', () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    const text = tokens().signId('invitation', id);
    expect(tokens().verifySignedId('invitation', text)).toBe(id);
    expect(tokens().verifySignedId('other', text)).toBeNull();
    expect(tokens().verifySignedId('invitation', tokens().urlTokenOf(id))).toBeNull();
  });
});

describe('what registering leaves behind', () => {
  it('holds no hash of a password once the address is confirmed', async () => {
    const ada = {
      email: 'ada@example.org',
      password: 'nine quiet green rivers',
      name: 'Ada',
      timeZone: 'UTC',
    };
    for (let time = 0; time < 2; time += 1) await api.http.post('/v1/auth/register').send(ada).expect(202);
    const [event] = await api.sql<{ id: string }>(
      `SELECT payload ->> 'tokenId' AS id FROM outbox_event LIMIT 1`,
    );
    const token = tokens(event!.id);
    await api.http.post('/v1/auth/verify-email').send({ token }).expect(204);
    expect(await api.sql(`SELECT DISTINCT context FROM mail_token`)).toEqual([{ context: {} }]);
  });

  const tokens = (id: string) => api.app.get(MailTokens, { strict: false }).urlTokenOf(id);
});
