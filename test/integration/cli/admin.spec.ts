import pg from 'pg';
import type { CliIo } from '../../../apps/cli/src/cli-io.js';
import { runCli } from '../../../apps/cli/src/run-cli.js';
import { TestApi } from '../../support/api-app.js';

const PASSWORD = 'eleven loud orange trains';
let api: TestApi;
let before: NodeJS.ProcessEnv;

beforeAll(async () => {
  api = await TestApi.start();
  before = { ...process.env };
  Object.assign(process.env, {
    DATABASE_URL: api.config.database.url,
    AUTH_SECRET: api.config.auth.secret,
    PUBLIC_URL: 'https://mentors.example.org',
  });
});
afterAll(async () => {
  for (const name of ['DATABASE_URL', 'AUTH_SECRET', 'PUBLIC_URL']) {
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before[name];
  }
  await api.stop();
});

async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const io: CliIo = {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    showSummary: false,
    showProgress: false,
    today: () => '2026-03-02',
  };
  return { code: await runCli(['admin', ...args], io), ...said };
}

describe('rapport admin create', () => {
  it('prints a link that sets the password of a new platform admin', async () => {
    const { code, out, err } = await cli('create', '--email', 'Root@Example.org', '--name', 'Robin Root');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const path = /^https:\/\/mentors\.example\.org(\/l\/\S+)$/m.exec(out)?.[1] ?? '';
    await api.http.post(path).set('Accept', 'application/json').send({ password: PASSWORD }).expect(200);
    const { body } = await api.http
      .post('/v1/auth/sign-in')
      .send({ email: 'root@example.org', password: PASSWORD })
      .expect(200);
    const me = await api.http.get('/v1/me').set('Authorization', `Bearer ${body.accessToken}`).expect(200);
    expect(me.body).toMatchObject({ name: 'Robin Root', timeZone: 'UTC', isPlatformAdmin: true });
  });

  it('raises an account that is there, and leaves its name and password alone', async () => {
    const grace = await api.person('Grace Hopper');
    expect((await cli('create', '--email', grace.email, '--name', 'Someone Else')).code).toBe(0);
    const me = await api.http.get('/v1/me').set('Authorization', grace.bearer).expect(200);
    expect(me.body).toMatchObject({ name: 'Grace Hopper', isPlatformAdmin: true, hasPassword: true });
  });

  it.each([
    [2, 'address', ['create', '--name', 'A']],
    [2, 'address', ['create', '--email', 'nobody', '--name', 'A']],
    [2, '--name', ['create', '--email', 'a@example.org']],
    [2, 'create', ['remove']],
    [1, 'Europe/Berlin', ['create', '--email', 'a@example.org', '--name', 'A', '--time-zone', 'Mars']],
  ])('ends with %i and says why (%s)', async (code, reason, args) => {
    const answer = await cli(...args);
    expect(answer.code).toBe(code);
    expect(answer.err).toContain(reason);
  });

  it('names the variable that is missing, not its value', async () => {
    const secret = process.env['AUTH_SECRET'];
    process.env['AUTH_SECRET'] = 'too short';
    const { code, err } = await cli('create', '--email', 'a@example.org', '--name', 'A');
    process.env['AUTH_SECRET'] = secret;
    expect(code).toBe(1);
    expect(err).toContain('AUTH_SECRET');
    expect(err).not.toContain('too short');
  });

  it('leaves no connection behind', async () => {
    const client = new pg.Client({ connectionString: api.config.database.url });
    await client.connect();
    const { rows } = await client.query(
      `SELECT 1 FROM pg_stat_activity WHERE application_name = 'rapport-cli' AND datname = current_database()`,
    );
    await client.end();
    expect(rows).toEqual([]);
  });
});
