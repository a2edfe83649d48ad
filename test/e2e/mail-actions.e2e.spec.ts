import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailPurposes, MailTokens } from '#accounts';
import { Database } from '#database';
import { accountLinkPages } from '../../apps/api/src/mail-actions/account-link-pages.js';
import { MailActions } from '../../apps/api/src/mail-actions/mail-actions.js';
import { TestApi } from '../support/api-app.js';
import { buildParticipation } from '../support/factories/participation.factory.js';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

const plans = join(import.meta.dirname, '../../libs/notifications/src/plans');

/** What mails give permission for: `area.verb`, which no event is called. */
function purposesInMails(): string[] {
  const found = readdirSync(plans)
    .filter((name) => name.endsWith('.plans.ts'))
    .flatMap((name) => [...readFileSync(join(plans, name), 'utf8').matchAll(/'([a-z]+\.[a-z-]+)'/g)])
    .map((match) => match[1] ?? '');
  return [...new Set(found)].sort();
}

describe('what can be done from a mail', () => {
  it('is known by name, and has a page behind each link', () => {
    const purposes = purposesInMails();
    expect(purposes).toEqual([
      'cohort.decline',
      'cohort.enrol',
      'cohort.join-again',
      'cohort.not-again',
      'cohort.skip',
      'mentorship.confirm',
      'mentorship.decline',
      'mentorship.release',
      'participation.confirm-privacy',
      'request.accept',
      'request.ask-more',
      'request.decline',
      'session.book',
    ]);
    const actions = api.app.get(MailActions, { strict: false });
    for (const purpose of purposes) expect(actions.get(purpose).purpose).toBe(purpose);
    expect(Object.keys(accountLinkPages).sort()).toEqual(Object.values(mailPurposes).sort());
  });
});

describe('agreeing to take part, from the mail to somebody who was brought in', () => {
  const browser = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8';

  async function imported(state = 'active'): Promise<{ id: string; path: string }> {
    const person = await buildParticipation(api.app.get(Database), {
      source: 'import',
      state,
      role: 'mentor',
    });
    const tokens = api.app.get(MailTokens, { strict: false });
    const token = await tokens.issue({
      accountId: person.accountId,
      purpose: 'participation.confirm-privacy',
      context: { programId: person.programId, participationId: person.id },
      expiresAt: new Date(Date.now() + 60_000),
    });
    return { id: person.id, path: `/a/${tokens.urlTokenOf(token)}` };
  }

  const confirmed = async (id: string): Promise<boolean> => {
    const rows = await api.sql(
      `SELECT 1 FROM participation WHERE id = $1 AND privacy_confirmed_at IS NOT NULL`,
      [id],
    );
    return rows.length === 1;
  };

  it('says to what before the button, and does nothing until then', async () => {
    const { id, path } = await imported();
    const { text } = await api.http.get(path).set('Accept', browser).expect(200);
    expect(text).toContain('Take part in Northwind Mentoring?');
    expect(text).toContain('as a mentor');
    expect(text.match(/<button/g)).toHaveLength(1);
    expect(await confirmed(id)).toBe(false);
  });

  it('is noted when the button is pressed, and said again when it is pressed again', async () => {
    const { id, path } = await imported();
    for (let press = 0; press < 2; press += 1) {
      const { text } = await api.http.post(path).set('Accept', browser).expect(200);
      expect(text).toContain('You take part in Northwind Mentoring');
      expect(await confirmed(id)).toBe(true);
    }
  });

  it('is not possible after leaving', async () => {
    const { id, path } = await imported('left');
    await api.http.get(path).set('Accept', browser).expect(409);
    const { body } = await api.http.post(path).set('Accept', 'application/json').expect(409);
    expect(body.code).toBe('programs.participation-state');
    expect(await confirmed(id)).toBe(false);
  });
});
