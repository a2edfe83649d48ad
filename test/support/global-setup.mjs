import { ensureReady } from '../../scripts/ensure-ready.mjs';
import { startTestPostgres } from '../../scripts/lib/test-postgres.mjs';

/** Starts the temporary PostgreSQL when Jest was called directly; `npm test` has started it already. */
export default async function globalSetup() {
  if (process.env['RAPPORT_TEST_POSTGRES'] !== undefined) return;
  await ensureReady({ quietUnlessWorking: true });
  const postgres = await startTestPostgres();
  Object.assign(process.env, postgres.variables);
  globalThis.stopTestPostgres = postgres.stop;
}
