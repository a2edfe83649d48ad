import { Database } from '#database';
import { generateSampleRoster } from '#roster';
import type { INestApplicationContext } from '@nestjs/common';
import writeXlsxFile from 'write-excel-file/node';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { TestApi, type TestPerson } from '../support/api-app.js';
import { buildProgram } from '../support/factories/program.factory.js';

const MENTORS = 'name,email,time_zone,languages,skills_offered,capacity,availability,organisation';
const ANA = 'Ana Costa,ana@example.org,Europe/Lisbon,en,js:4; c#:3,2,MO 18:00-20:00,Lanternfish';

interface Import {
  id: string;
  state: string;
  goodCount: number;
  badCount: number;
  createdCount: number;
  updatedCount: number;
  failure: string | null;
}

describe('imports', () => {
  let api: TestApi;
  let worker: INestApplicationContext;
  let admin: TestPerson;
  let stranger: TestPerson;
  let programId: string;

  beforeAll(async () => {
    api = await TestApi.start();
    worker = await createWorker(api.config);
    admin = await api.person('Sam Okafor');
    stranger = await api.person('Kim Stranger');
  }, 60_000);

  beforeEach(async () => {
    programId = (await buildProgram(api.app.get(Database), { createdBy: admin.accountId })).id;
    await api.sql(
      `INSERT INTO participation (id, program_id, account_id, role, state, source) VALUES (gen_random_uuid(), $1, $2, 'owner', 'active', 'founder')`,
      [programId, admin.accountId],
    );
  });

  afterAll(async () => {
    await worker.close();
    await api.stop();
  });

  const url = (path = ''): string => `/v1/programs/${programId}/imports${path}`;

  const upload = (kind: string, file: string | Buffer, mapping?: object, name = 'people.csv') => {
    const call = api.http.post(url()).set('Authorization', admin.bearer).field('kind', kind);
    if (mapping !== undefined) void call.field('mapping', JSON.stringify(mapping));
    return call.attach('file', Buffer.from(file), name);
  };

  async function apply(id: string): Promise<Import> {
    await api.http
      .post(url(`/${id}/apply`))
      .set('Authorization', admin.bearer)
      .expect(202);
    for (let tries = 0; tries < 300; tries += 1) {
      const { body } = (await api.http.get(url(`/${id}`)).set('Authorization', admin.bearer)) as {
        body: Import;
      };
      if (body.state !== 'applying') return body;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the import did not come to an end');
  }

  const importFile = async (kind: string, file: string | Buffer): Promise<Import> => {
    const { body } = (await upload(kind, file).expect(201)) as { body: Import };
    return apply(body.id);
  };

  const people = (): Promise<{ email: string; role: string; capacity: number; skills: string[] }[]> =>
    api.sql(
      `SELECT a.email, p.role, f.capacity, array_agg(s.skill_id ORDER BY s.skill_id) AS skills FROM participation p
       JOIN account a ON a.id = p.account_id JOIN profile f ON f.participation_id = p.id
       LEFT JOIN profile_skill s ON s.profile_id = f.id WHERE p.program_id = $1 GROUP BY 1, 2, 3 ORDER BY 1`,
      [programId],
    );

  it('shows every problem by row and column first, and touches nobody', async () => {
    const bad = 'Bo,bo@example,Europe/Berln,en,js:9,1,MO 20:00-18:00,X';
    const { body } = (await upload('mentors', `${MENTORS}\n${ANA}\n${bad}\n`).expect(201)) as {
      body: Import;
    };
    expect(body).toMatchObject({ state: 'previewed', goodCount: 1, badCount: 1 });
    const problems = await api.http
      .get(url(`/${body.id}/problems`))
      .set('Authorization', admin.bearer)
      .expect(200);
    expect(problems.body).toMatchObject({ items: [{ row: 3, taken: false }], nextCursor: null });
    const [row] = (problems.body as { items: { problems: { column: string; suggestion?: string }[] }[] })
      .items;
    expect(row?.problems.map(({ column }) => column).sort()).toEqual([
      'availability',
      'email',
      'skills_offered',
      'time_zone',
    ]);
    expect(row?.problems.find(({ column }) => column === 'time_zone')?.suggestion).toBe('Europe/Berlin');
    expect(await people()).toEqual([]);
  });

  it('brings good rows in, and gives the bad ones back to be corrected and uploaded again', async () => {
    const first = await importFile(
      'mentors',
      `${MENTORS}\n${ANA}\nBo,bo@example.org,Berlin,en,=1+1:3,1,,X\n`,
    );
    expect(first).toMatchObject({ state: 'applied', createdCount: 1, updatedCount: 0, badCount: 1 });
    const { text } = await api.http
      .get(url(`/${first.id}/rejected.csv`))
      .set('Authorization', admin.bearer)
      .expect(200);
    expect(text).toContain('Europe/Berlin');
    expect(text).toContain(`'=1+1:3`);
    const corrected = text.replace('Bo,bo@example.org,Berlin', 'Bo,bo@example.org,Europe/Berlin');
    expect(await importFile('mentors', corrected)).toMatchObject({
      state: 'applied',
      createdCount: 1,
      badCount: 0,
    });
    expect((await people()).map(({ email }) => email)).toEqual(['ana@example.org', 'bo@example.org']);
  });

  it('gives rows back that do not fit into the table, and the column of problems once', async () => {
    const misfit = 'Cy,cy@example.org,UTC,en,js:3,1,,X,one too many';
    const first = await importFile('mentors', `problem,${MENTORS}\nold words,${ANA}\nold words,${misfit}\n`);
    expect(first).toMatchObject({ goodCount: 1, badCount: 1, createdCount: 1 });
    const { text } = await api.http
      .get(url(`/${first.id}/rejected.csv`))
      .set('Authorization', admin.bearer)
      .expect(200);
    const [header, row, ...others] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(header).toBe(`problem,${MENTORS}`);
    expect(row).toMatch(/^[^,].*,Cy,cy@example\.org,UTC,en,js:3,1,,X,one too many$/u);
    expect(others).toEqual([]);
  });

  it('may be repeated: the same file changes nothing, a changed row changes its person', async () => {
    await importFile('mentors', `${MENTORS}\n${ANA}\n`);
    expect(await importFile('mentors', `${MENTORS}\n${ANA}\n`)).toMatchObject({
      createdCount: 0,
      updatedCount: 0,
    });
    const changed = ANA.replace('js:4; c#:3,2', 'golang:5,3');
    expect(await importFile('mentors', `${MENTORS}\n${changed}\n`)).toMatchObject({
      createdCount: 0,
      updatedCount: 1,
    });
    expect(await people()).toEqual([
      { email: 'ana@example.org', role: 'mentor', capacity: 3, skills: ['go'] },
    ]);
    const events = await api.sql(
      `SELECT 1 FROM outbox_event WHERE type = 'participation.imported.v1' AND program_id = $1`,
      [programId],
    );
    expect(events).toHaveLength(1);
  });

  it('never changes an account that exists', async () => {
    const ana = await api.person('Ana Original', {
      email: 'ana.original@example.org',
      timeZone: 'Asia/Tokyo',
    });
    await importFile('mentors', `${MENTORS}\n${ANA.replace('ana@', 'ana.original@')}\n`);
    const [account] = await api.sql<{ name: string; time_zone: string }>(
      `SELECT name, time_zone FROM account WHERE id = $1`,
      [ana.accountId],
    );
    expect(account).toEqual({ name: 'Ana Original', time_zone: 'Asia/Tokyo' });
  });

  it('takes semicolons, a byte order mark, CRLF, Windows-1252 and .xlsx', async () => {
    const header = MENTORS.replaceAll(',', ';');
    const row = 'Zoë Müller;zoe@example.org;Europe/Berlin;de;js:3;1;;Bäckerei';
    const bom = await importFile('mentors', `\uFEFF${header}\r\n${row}\r\n`);
    expect(bom).toMatchObject({ createdCount: 1 });
    await importFile('mentors', Buffer.from(`${header}\r\n${row.replace('zoe@', 'zoe2@')}\r\n`, 'latin1'));
    const cells = [
      MENTORS.split(','),
      ['Zoë Müller', 'zoe3@example.org', 'Europe/Berlin', 'de', 'js:3', 2, '', 'Bäckerei'],
    ];
    const sheet = await writeXlsxFile(cells.map((line) => line.map((value) => ({ value })))).toBuffer();
    await importFile('mentors', Buffer.from(sheet));
    const names = await api.sql<{ name: string }>(
      `SELECT DISTINCT name FROM account WHERE email LIKE 'zoe%@example.org'`,
    );
    expect(names).toEqual([{ name: 'Zoë Müller' }]);
    expect((await people()).map(({ email }) => email).sort()).toEqual([
      'zoe2@example.org',
      'zoe3@example.org',
      'zoe@example.org',
    ]);
  });

  it('remembers the column names of the program', async () => {
    const file = `${MENTORS.replace('email', 'Dienstadresse')}\n${ANA}\n`;
    const refused = (await upload('mentors', file).expect(201)) as { body: Import };
    expect(refused.body.goodCount).toBe(0);
    await api.http
      .post(url(`/${refused.body.id}/apply`))
      .set('Authorization', admin.bearer)
      .expect(409);
    const mapped = (await upload('mentors', file, { email: 'Dienstadresse' }).expect(201)) as {
      body: Import;
    };
    await apply(mapped.body.id);
    const again = (await upload('mentors', file).expect(201)) as { body: Import };
    expect(again.body.goodCount).toBe(1);
  });

  it('brings pairs in without a mail', async () => {
    const roster = generateSampleRoster({ mentors: 3, mentees: 3, seed: 'pairs' });
    await importFile('mentors', roster.mentorsCsv);
    await importFile('mentees', roster.menteesCsv);
    const ids = await api.sql<{ role: string; external_id: string }>(
      `SELECT role, external_id FROM profile WHERE program_id = $1 ORDER BY external_id`,
      [programId],
    );
    const [mentor] = ids.filter(({ role }) => role === 'mentor');
    const [first, second] = ids.filter(({ role }) => role === 'mentee');
    const pairs = `mentee_id,mentor_id,status,start date,end date\n${first?.external_id},${mentor?.external_id},active,2026-02-01,\n${second?.external_id},${mentor?.external_id},completed,2025-01-01,2025-06-30\nnobody,${mentor?.external_id},,,\n`;
    expect(await importFile('pairs', pairs)).toMatchObject({
      state: 'applied',
      createdCount: 2,
      badCount: 1,
    });
    expect(await importFile('pairs', pairs)).toMatchObject({ state: 'applied', createdCount: 0 });
    const events = await api.sql(
      `SELECT 1 FROM outbox_event WHERE program_id = $1 AND type LIKE 'mentorship%'`,
      [programId],
    );
    expect(events).toEqual([]);
  });

  it('is applied once, also when two admins say yes at the same time', async () => {
    const { body } = (await upload('mentors', `${MENTORS}\n${ANA}\n`).expect(201)) as { body: Import };
    const answers = await Promise.all(
      [1, 2, 3].map(() => api.http.post(url(`/${body.id}/apply`)).set('Authorization', admin.bearer)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
  });

  it('refuses what is no list, by a problem', async () => {
    await api.http.post(url()).set('Authorization', admin.bearer).field('kind', 'mentors').expect(422);
    await upload('mentors', '').expect(422);
    await upload('robots', ANA).expect(422);
    await api.http
      .post(url())
      .set('Authorization', admin.bearer)
      .field('kind', 'mentors')
      .field('mapping', '{')
      .attach('file', Buffer.from(ANA), 'a.csv')
      .expect(422);
    const noise = (await upload('mentors', Buffer.from([0, 255, 254, 1, 2, 3, 0, 80, 75, 3, 4])).expect(
      201,
    )) as { body: Import };
    expect(noise.body.goodCount).toBe(0);
    const fake = (await upload('mentors', Buffer.from([80, 75, 3, 4, 1, 2, 3]), undefined, 'a.xlsx').expect(
      201,
    )) as { body: Import };
    expect(fake.body.goodCount).toBe(0);
    await api.http
      .post(url())
      .set('Authorization', admin.bearer)
      .field('kind', 'mentors')
      .attach('file', Buffer.alloc(21 * 1024 * 1024, 'a'), 'big.csv')
      .expect(413);
  });

  it('is for admins of the program alone', async () => {
    const { body } = (await upload('mentors', `${MENTORS}\n${ANA}\n`).expect(201)) as { body: Import };
    await api.http.get(url(`/${body.id}`)).expect(401);
    await api.http
      .get(url(`/${body.id}`))
      .set('Authorization', stranger.bearer)
      .expect(404);
    const other = await buildProgram(api.app.get(Database), { createdBy: admin.accountId });
    await api.sql(
      `INSERT INTO participation (id, program_id, account_id, role, state, source) VALUES (gen_random_uuid(), $1, $2, 'owner', 'active', 'founder')`,
      [other.id, admin.accountId],
    );
    await api.http
      .get(`/v1/programs/${other.id}/imports/${body.id}`)
      .set('Authorization', admin.bearer)
      .expect(404);
    await api.http
      .post(`/v1/programs/${other.id}/imports/${body.id}/apply`)
      .set('Authorization', admin.bearer)
      .expect(404);
    const mentor = await api.person('Mia Mentor');
    await api.sql(
      `INSERT INTO participation (id, program_id, account_id, role, state, source) VALUES (gen_random_uuid(), $1, $2, 'mentor', 'active', 'founder')`,
      [programId, mentor.accountId],
    );
    await api.http
      .get(url(`/${body.id}`))
      .set('Authorization', mentor.bearer)
      .expect(403);
  });
});
