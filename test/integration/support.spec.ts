import { createTransport } from 'nodemailer';
import pg from 'pg';
import { createTestDatabase } from '../support/postgres.js';
import { TestSmtp } from '../support/smtp.js';

describe('createTestDatabase', () => {
  it('hands out migrated databases that know nothing of each other', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const count = 'SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = $1';
    const client = new pg.Client({ connectionString: one.url });
    const other = new pg.Client({ connectionString: two.url });
    await client.connect();
    await other.connect();
    const before = await other.query<{ tables: number }>(count, ['public']);
    await client.query('CREATE TABLE only_here (id int)');
    const after = await client.query<{ tables: number }>(count, ['public']);
    const elsewhere = await other.query<{ tables: number }>(count, ['public']);
    await client.end();
    await other.end();
    await one.drop();
    await two.drop();
    expect(before.rows[0]!.tables).toBeGreaterThan(3);
    expect(after.rows[0]!.tables).toBe(before.rows[0]!.tables + 1);
    expect(elsewhere.rows[0]!.tables).toBe(before.rows[0]!.tables);
  });

  it('deletes a database that is still in use', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();
    await database.drop();
    await expect(client.query('SELECT 1')).rejects.toThrow();
  });
});

describe('TestSmtp', () => {
  const mail = { from: 'a@example.org', to: 'b@example.org', subject: 'Hello', text: 'Grüße' };
  let smtp: TestSmtp;
  beforeEach(async () => {
    smtp = await TestSmtp.start();
  });
  afterEach(() => smtp.stop());

  it('keeps what it takes', async () => {
    await createTransport(smtp.url).sendMail({ ...mail, messageId: '<1@example.org>' });
    const [caught] = await smtp.waitFor(1);
    expect(caught).toMatchObject({ to: ['b@example.org'], subject: 'Hello', messageId: '<1@example.org>' });
    expect(caught!.text.trim()).toBe('Grüße');
    expect(smtp.to('nobody@example.org')).toEqual([]);
  });

  it('defers and refuses on demand, then takes mails again', async () => {
    const transport = createTransport(smtp.url);
    smtp.behave({ answer: 451 }, 1);
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 451 });
    smtp.behave({ answer: 550 }, 1);
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 550 });
    await transport.sendMail(mail);
    expect([smtp.offered, smtp.mails.length]).toEqual([3, 1]);
  });

  it('takes a mail and hangs up before it answers', async () => {
    smtp.behave({ hangUp: true }, 1);
    await expect(createTransport(smtp.url).sendMail(mail)).rejects.toThrow();
    expect(smtp.mails).toHaveLength(1);
  });

  it('refuses connections while paused', async () => {
    const transport = createTransport(smtp.url);
    await smtp.pause();
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ code: 'ESOCKET' });
    await smtp.resume();
    await transport.sendMail(mail);
    expect(smtp.mails).toHaveLength(1);
  });

  it('answers late on demand', async () => {
    smtp.behave({ delayMs: 300 }, 1);
    const before = performance.now();
    await createTransport(smtp.url).sendMail(mail);
    expect(performance.now() - before).toBeGreaterThanOrEqual(295);
  });
});
