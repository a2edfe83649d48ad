import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureReady, root } from './ensure-ready.mjs';
import { findRedisServer, installRedisServer } from './lib/redis-server.mjs';
import { runInGroup } from './lib/run-command.mjs';
import { startTestPostgres } from './lib/test-postgres.mjs';

/** The libraries whose results must not depend on the zone of the machine. */
const PURE_LIBS = 'libs/(kernel|availability|skills|scoring|assignment|lifecycle|roster|fairness|contracts)/';
const PROJECTS = ['unit', 'architecture', 'integration', 'e2e'];

await ensureReady({ quietUnlessWorking: true });
const filters = process.argv.slice(2);
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interruption.abort());

const redis = await provideRedis();
const work = mkdtempSync(join(tmpdir(), 'rapport-results-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
let postgres;
try {
  postgres = await startTestPostgres(interruption.signal);
  const projects = redis ? [...PROJECTS, 'redis', 'faults'] : PROJECTS;
  await jest('All suites, TZ=UTC', 'UTC', ['--selectProjects', ...projects, ...patterns(filters)]);
  if (filters.length === 0) {
    const pure = ['--selectProjects', 'unit', ...patterns([PURE_LIBS])];
    await jest('Pure libraries again, TZ=Pacific/Auckland', 'Pacific/Auckland', pure);
  }
} catch (error) {
  if (!interruption.signal.aborted) throw error;
} finally {
  await postgres?.stop();
  rmSync(work, { recursive: true, force: true });
}
if (interruption.signal.aborted) process.exit(130);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
process.exit(totals.failed > 0 || totals.skipped > 0 || totals.passed === 0 ? 1 : 0);

function patterns(expressions) {
  return expressions.length === 0 ? [] : ['--testPathPatterns', ...expressions];
}

/** Whether the suites on Redis can run: always in CI, where a missing server is a failure. */
async function provideRedis() {
  if (findRedisServer() !== undefined) return true;
  process.stderr.write('There is no redis-server on this machine.\n');
  if (await installRedisServer()) return true;
  if (process.env['CI'] === 'true') return true;
  process.stderr.write('The suites redis and faults are left out. Install redis-server to run them too.\n');
  return false;
}

async function jest(title, zone, args) {
  process.stdout.write(`\n${title}\n`);
  const report = join(work, `${zone.replace('/', '-')}.json`);
  const workers = Math.max(1, Math.min(4, availableParallelism()));
  const common = [`--maxWorkers=${workers}`, '--passWithNoTests', '--json', `--outputFile=${report}`];
  const env = {
    ...process.env,
    ...postgres.variables,
    NODE_ENV: 'test',
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`,
    TZ: zone,
  };
  const command = [join(root, 'node_modules/jest/bin/jest.js'), ...common, ...args];
  // Jest prints its report as JSON to standard output too; people read standard error.
  const { code } = await runInGroup(process.execPath, command, {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 1],
  });
  interruption.signal.throwIfAborted();
  count(report, code);
}

/** Adds a run to the totals. A suite that could not be loaded, or a run that broke off, counts as a failure. */
function count(report, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    totals.failed += 1;
    return;
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  totals.passed += result.numPassedTests;
  totals.failed += failed === 0 && code !== 0 ? 1 : failed;
  totals.skipped += result.numPendingTests + result.numTodoTests;
}
