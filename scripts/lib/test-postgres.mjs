import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquirePidLock } from './pid-lock.mjs';

const PREFIX = 'rapport-test-';
const TEMPLATE = 'rapport_test_template';
/** Nothing here needs to survive a power cut. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_connections=300',
  'shared_buffers=256MB',
];

/**
 * Starts a temporary PostgreSQL with a migrated template database. Expects the checkout to be built.
 *
 * With TEST_POSTGRES_URL in the environment the template is made on that server instead.
 *
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ variables: Record<string, string>, stop: () => Promise<void> }>} variables: what the suites read
 */
export async function startTestPostgres(signal) {
  const own = process.env['TEST_POSTGRES_URL'] ?? '';
  if (own !== '') {
    await makeTemplate(own);
    return { variables: variables(own), stop: () => Promise.resolve() };
  }
  const { startEmbeddedPostgres } =
    await import('../../dist/apps/standalone/src/embedded-postgres/embedded-postgres.js');
  removeLeftovers();
  const home = mkdtempSync(join(tmpdir(), PREFIX));
  const lock = acquirePidLock(join(home, 'lock'));
  const server = await startEmbeddedPostgres({ home, settings: SETTINGS, signal });
  const stop = async () => {
    await server.destroy();
    if (lock.held) lock.release();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await makeTemplate(server.url('postgres'));
    return { variables: variables(server.url('postgres')), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function variables(url) {
  return { RAPPORT_TEST_POSTGRES: url, RAPPORT_TEST_TEMPLATE: TEMPLATE };
}

async function makeTemplate(serverUrl) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  const { runMigrations } = await import('../../dist/apps/migrate/src/run-migrations.js');
  const url = new URL(serverUrl);
  url.pathname = `/${TEMPLATE}`;
  await runMigrations(url.href);
}

/** What a killed run could not clean up. */
function removeLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const home = join(tmpdir(), name);
    try {
      if (!existsSync(join(home, 'lock'))) continue;
      const lock = acquirePidLock(join(home, 'lock'));
      if (!lock.held) continue;
      rmSync(home, { recursive: true, force: true });
      lock.release();
    } catch {
      // Somebody else's.
    }
  }
}
