import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import pg from 'pg';
import {
  clusterFolder,
  databaseUrl,
  leftBehind,
  Product,
  type ProductOptions,
  removeHome,
  temporaryFolder,
} from '../support/product.js';

jest.setTimeout(120_000);

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const homes: string[] = [];
const running: Product[] = [];

function newHome(): string {
  const home = temporaryFolder();
  homes.push(home);
  return home;
}

function start(options: ProductOptions): Product {
  const product = new Product(options);
  running.push(product);
  return product;
}

async function query(home: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl(home) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

/** A database whose starter was killed takes a moment to stop. */
async function databaseStopped(home: string): Promise<void> {
  const pidFile = join(clusterFolder(home), 'data/postmaster.pid');
  for (let waited = 0; existsSync(pidFile) && waited < 10_000; waited += 50) await sleep(50);
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((product) => product.signal('SIGKILL')));
  await Promise.all(homes.map(databaseStopped));
  homes.splice(0).forEach(removeHome);
});

describe('npm start', () => {
  it('answers when it says so, stops cleanly on Ctrl-C, and finds its data again', async () => {
    const home = newHome();
    const first = start({ home });
    const ready = await first.ready();
    expect((await fetch(`${ready.api}/health/live`)).status).toBe(200);
    expect((await fetch(`${ready.mail}/index.html`)).status).toBe(200);
    await query(home, 'CREATE TABLE kept (id int)');
    expect(await first.signal('SIGINT')).toBe(0);
    expect(leftBehind(home)).toEqual([]);
    const second = start({ home });
    await second.ready();
    expect(await query(home, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 0 }]);
    expect(await second.signal('SIGTERM')).toBe(0);
    expect(leftBehind(home)).toEqual([]);
  });

  it('keeps its secrets to itself', async () => {
    const home = newHome();
    await start({ home }).ready();
    const modes = [join(home, 'secrets.json'), join(clusterFolder(home), 'password')].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o600]);
    for (const folder of [clusterFolder(home), join(home, 'mail')]) {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
  });

  it('takes its database down with it when it is killed, and starts again with its data', async () => {
    const home = newHome();
    const killed = start({ home });
    await killed.ready();
    await query(home, 'CREATE TABLE kept (id int)');
    const url = databaseUrl(home);
    await killed.signal('SIGKILL');
    await databaseStopped(home);
    await expect(new pg.Client({ connectionString: url }).connect()).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await start({ home }).ready();
    expect(await query(home, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 0 }]);
  });

  it('says which port is taken, before it starts anything', async () => {
    const other = await listen(0);
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    for (const variable of ['PORT', 'MAIL_WEB_PORT', 'MAIL_SMTP_PORT']) {
      const home = newHome();
      const product = start({ home, env: { [variable]: String(port) } });
      expect(await product.ended).toBe(1);
      expect(product.output).toContain(`Port ${port} is taken`);
      expect(product.output).toContain(`${variable}=0 npm start`);
      expect(leftBehind(home)).toEqual([]);
    }
    other.close();
  });

  it('refuses a port that is none', async () => {
    const product = start({ home: newHome(), env: { PORT: 'eighty' } });
    expect(await product.ended).toBe(1);
    expect(product.output).toContain('PORT must be a whole number from 0 to 65535');
  });

  it('refuses a data folder that is in use, and leaves its user alone', async () => {
    const home = newHome();
    const first = start({ home });
    const { api } = await first.ready();
    const second = start({ home });
    expect(await second.ended).toBe(1);
    expect(second.output).toContain('already runs with the data in');
    expect((await fetch(`${api}/health/live`)).status).toBe(200);
  });

  it('runs twice side by side with data folders of their own', async () => {
    const [one, two] = await Promise.all([newHome(), newHome()].map((home) => start({ home }).ready()));
    expect(one!.api).not.toBe(two!.api);
    for (const { api } of [one!, two!]) expect((await fetch(`${api}/health/live`)).status).toBe(200);
  });

  it('stops cleanly in the middle of its start, at every step, and starts afterwards', async () => {
    const home = newHome();
    for (const moment of [
      /Starting Rapport/,
      / {2}PostgreSQL/,
      / {2}Schema/,
      / {2}Mail catcher/,
      / {2}API/,
    ]) {
      const interrupted = start({ home });
      await interrupted.waitFor(moment);
      const before = performance.now();
      expect([0, 130]).toContain(await interrupted.signal('SIGINT'));
      expect(performance.now() - before).toBeLessThan(15_000);
      expect(leftBehind(home)).toEqual([]);
    }
    await start({ home }).ready();
  });

  it('stops cleanly while PostgreSQL makes its data folder', async () => {
    for (const delay of [50, 150, 300]) {
      const home = newHome();
      const interrupted = start({ home });
      await interrupted.waitFor(/Starting Rapport/);
      await sleep(delay);
      await interrupted.signal('SIGTERM');
      expect(leftBehind(home)).toEqual([]);
    }
  });

  if (isRoot) {
    it('runs as root with data under a folder that only root can enter', async () => {
      const closed = newHome();
      const home = join(closed, 'inner/home');
      mkdirSync(join(closed, 'inner'));
      chmodSync(closed, 0o700);
      homes.unshift(home);
      const first = start({ home });
      await first.ready();
      await query(home, 'CREATE TABLE kept (id int)');
      expect(await first.signal('SIGINT')).toBe(0);
      const second = start({ home });
      await second.ready();
      expect(await query(home, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 0 }]);
      expect(statSync(closed).mode & 0o777).toBe(0o700);
      await second.signal('SIGINT');
    });

    it('runs as an ordinary user', async () => {
      const home = newHome();
      chownSync(home, NOBODY, NOBODY);
      const product = start({ home, uid: NOBODY, gid: NOBODY });
      const { api } = await product.ready();
      expect((await fetch(`${api}/health/live`)).status).toBe(200);
      expect(statSync(join(home, 'postgres/data')).uid).toBe(NOBODY);
      expect(await product.signal('SIGINT')).toBe(0);
      expect(leftBehind(home)).toEqual([]);
    });

    it('tells an ordinary user whose folder it can not write', async () => {
      const home = join(newHome(), 'closed');
      const product = start({ home, uid: NOBODY, gid: NOBODY });
      expect(await product.ended).toBe(1);
      expect(product.output).toContain("can't be written by this user");
    });
  }
});
