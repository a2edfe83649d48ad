import { jest } from '@jest/globals';
import { TestApi, type TestPerson } from '../support/api-app.js';
import { Database } from '#database';
import { TestDns } from '../support/dns-server.js';
import { buildParticipation } from '../support/factories/participation.factory.js';
import { buildProgram } from '../support/factories/program.factory.js';

jest.setTimeout(60_000);

const DOMAIN = 'mail.northwind.test';
const KEY = `v=DKIM1; k=rsa; p=${'A'.repeat(392)}`;

let dns: TestDns;
let api: TestApi;
let owner: TestPerson;
let path: string;
beforeAll(async () => {
  dns = await TestDns.start();
  api = await TestApi.start({
    MAIL_FROM_ADDRESS: `mentoring@${DOMAIN}`,
    MAIL_DNS_SERVERS: dns.address,
    MAIL_DKIM_SELECTORS: 's1,s2',
    SMTP_URL: 'smtp://smtp.northwind.test:587',
  });
  owner = await api.person('Olga Owner');
  const db = api.app.get(Database);
  const { id: programId } = await buildProgram(db, { createdBy: owner.accountId });
  await buildParticipation(db, { programId, accountId: owner.accountId, role: 'owner', source: 'founder' });
  path = `/v1/programs/${programId}/mail-domain-check`;
});
afterAll(async () => {
  await api.stop();
  await dns.stop();
});
beforeEach(() => {
  dns.texts.clear();
  dns.silent = false;
});

interface Finding {
  readonly record: string;
  readonly name: string;
  readonly verdict: string;
  readonly found: string | null;
  readonly sentence: string;
  readonly publish: string | null;
}

async function findings(): Promise<Finding[]> {
  const { status, body } = await api.http.get(path).set('Authorization', owner.bearer);
  expect([status, (body as { domain: string }).domain]).toEqual([200, DOMAIN]);
  return (body as { findings: Finding[] }).findings;
}
const only = async (record: string) => (await findings()).find((one) => one.record === record)!;

describe('the check of the sending domain', () => {
  it('finds what is there, in pieces too', async () => {
    dns.texts.set(DOMAIN, ['google-site-verification=x', 'v=spf1 a:smtp.northwind.test -all']);
    dns.texts.set(`s1._domainkey.${DOMAIN}`, [KEY]);
    dns.texts.set(`s2._domainkey.${DOMAIN}`, ['v=DKIM1; p=']);
    dns.texts.set('_dmarc.northwind.test', ['v=DMARC1; p=reject']);
    expect(await findings()).toMatchObject([
      { record: 'spf', name: DOMAIN, verdict: 'good', publish: null },
      { record: 'dkim', name: `s1._domainkey.${DOMAIN}`, verdict: 'good', found: KEY },
      { record: 'dkim', name: `s2._domainkey.${DOMAIN}`, verdict: 'broken' },
      { record: 'dmarc', name: '_dmarc.northwind.test', verdict: 'good' },
    ]);
  });

  it('says what to publish where nothing is', async () => {
    expect(await findings()).toMatchObject([
      { verdict: 'missing', publish: 'v=spf1 a:smtp.northwind.test ~all' },
      { verdict: 'missing' },
      { verdict: 'missing' },
      {
        name: `_dmarc.${DOMAIN}`,
        verdict: 'missing',
        publish: expect.stringContaining('v=DMARC1; p=none') as string,
      },
    ]);
  });

  it.each([
    [
      ['v=spf1 include:a.test ~all', 'v=spf1 ip4:192.0.2.1 -all'],
      'broken',
      'v=spf1 include:a.test ip4:192.0.2.1 ~all',
    ],
    [['v=spf1 include:a.test +all'], 'broken', 'v=spf1 include:a.test ~all'],
    [['v=spf1 include:a.test ?all'], 'weak', 'v=spf1 include:a.test ~all'],
    [['v=spf1 include:a.test'], 'weak', 'v=spf1 include:a.test ~all'],
    [['v=spf1 redirect=a.test'], 'good', null],
    [['v=spf10 ~all'], 'missing', 'v=spf1 a:smtp.northwind.test ~all'],
  ])('judges SPF %j as %s', async (texts, verdict, publish) => {
    dns.texts.set(DOMAIN, texts);
    expect(await only('spf')).toMatchObject({ verdict, publish });
  });

  it.each([
    [['v=DMARC1; p=none; rua=mailto:x@y.test'], 'weak', 'v=DMARC1; p=quarantine; rua=mailto:x@y.test'],
    [['v=DMARC1;p=reject', 'v=DMARC1;p=none'], 'broken', 'v=DMARC1;p=reject'],
    [['v=DMARC1; rua=mailto:x@y.test'], 'broken', `v=DMARC1; p=none; rua=mailto:postmaster@${DOMAIN}`],
    [['v=DMARC1; p=QUARANTINE'], 'good', null],
  ])('judges DMARC %j as %s', async (texts, verdict, publish) => {
    dns.texts.set(`_dmarc.${DOMAIN}`, texts);
    expect(await only('dmarc')).toMatchObject({ verdict, publish });
  });

  it('does not take silence for an answer, nor wait for ever', async () => {
    dns.silent = true;
    const before = Date.now();
    const verdicts = (await findings()).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(Date.now() - before).toBeLessThan(20_000);
  });
});
