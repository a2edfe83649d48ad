import { setTimeout as sleep } from 'node:timers/promises';
import { insertPeople } from './lib/bulk-people.js';
import { readFlags, refuse } from './lib/command-line.js';
import { type Installation, startInstallation } from './lib/installation.js';
import { machine, machineLine } from './lib/machine.js';
import { print, printJson, printTable, say } from './lib/output.js';
import { type Latency, ReadingLoad } from './lib/reading-load.js';
import { rounded } from './lib/statistics.js';

const USAGE = `Usage: npm run -s bench:run -- [options]

Runs a match through the API, with PostgreSQL, API and worker as processes of their own, and measures how long it takes,
how long profiles take to be read meanwhile, and how soon a cancelled run has stopped.

  --size MENTEESxMENTORS  10000x5000 when absent
  --objective NAME        coverage, total, stable or fair; coverage when absent
  --cancels N             runs that are cancelled, each at another moment; 4 when absent
  --json                  one JSON object as the last line`;

const PAUSE_MS = 20;
const text = { type: 'string' } as const;
const flags = readFlags(USAGE, { size: text, objective: text, cancels: text });
const size = typeof flags['size'] === 'string' ? flags['size'] : '10000x5000';
const objective = typeof flags['objective'] === 'string' ? flags['objective'] : 'coverage';
const cancels = Number(flags['cancels'] ?? '4');
const [mentees, mentors] = size.split('x').map(Number);
if (!/^[1-9]\d{0,5}x[1-9]\d{0,5}$/u.test(size) || mentees === undefined || mentors === undefined)
  refuse('--size is like 10000x5000.', USAGE);

/** A run as the API shows it. */
interface RunBody {
  readonly id: string;
  readonly state: string;
  readonly progress: number;
  readonly stage: string;
  readonly pairs: number;
  readonly unmatchedMentees: number;
  readonly failure: string | null;
}

/** What somebody who looks at the run saw. */
interface Followed {
  readonly run: RunBody;
  readonly ms: number;
  /** Milliseconds by stage, as seen from outside. */
  readonly stages: Readonly<Record<string, number>>;
  readonly fell: boolean;
}

async function closedCohort(site: Installation): Promise<string> {
  const made = await site.call('POST', '/cohorts', {
    name: 'Bench',
    termFrom: '2027-03-01',
    seed: 'bench',
    objective,
  });
  const { id } = made.body as { id: string };
  for (const [path, body] of [
    ['open', undefined],
    ['members', { everybody: true }],
    ['close', undefined],
  ] as const) {
    const { status, body: answer } = await site.call('POST', `/cohorts/${id}/${path}`, body);
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
  }
  return id;
}

async function follow(
  site: Installation,
  cohortId: string,
  onLook?: (run: RunBody, ms: number) => Promise<void>,
): Promise<Followed> {
  const started = performance.now();
  const answer = await site.call('POST', `/cohorts/${cohortId}/runs`);
  let run = answer.body as RunBody;
  if (answer.status !== 202) throw new Error(JSON.stringify(answer.body));
  const stages: Record<string, number> = {};
  let last = started;
  let fell = false;
  while (run.state === 'queued' || run.state === 'running') {
    await sleep(PAUSE_MS);
    const now = performance.now();
    stages[run.stage] = (stages[run.stage] ?? 0) + now - last;
    last = now;
    const next = (await site.call('GET', `/runs/${run.id}`)).body as RunBody;
    fell ||= next.progress < run.progress;
    run = next;
    await onLook?.(run, performance.now() - started);
  }
  return { run, ms: performance.now() - started, stages, fell };
}

/** @returns how long it took to stop; null when the run was over before it could be cancelled */
async function cancelled(site: Installation, cohortId: string, afterMs: number): Promise<number | null> {
  let asked = 0;
  const { run } = await follow(site, cohortId, async ({ id, state }, ms) => {
    if (asked > 0 || ms < afterMs || state !== 'running') return;
    asked = performance.now();
    await site.call('POST', `/runs/${id}/cancel`);
  });
  return run.state === 'cancelled' ? rounded(performance.now() - asked) : null;
}

const site = await startInstallation();
try {
  say(`Writing ${size} people.`);
  await insertPeople(site.db, site.programId, 'mentor', mentors);
  await insertPeople(site.db, site.programId, 'mentee', mentees);
  const cohortId = await closedCohort(site);
  const { rows } = await site.db.query<{ id: string }>(
    `SELECT participation_id AS id FROM profile ORDER BY md5(id::text) LIMIT 500`,
  );
  let at = 0;
  const load = (): ReadingLoad =>
    new ReadingLoad(async () => {
      const id = rows[at++ % rows.length]?.id ?? '';
      const { status } = await site.call('GET', `/participations/${id}/profile`);
      if (status !== 200) throw new Error(`A profile could not be read: ${status}.`);
    }, PAUSE_MS);
  say('Reading profiles, nothing else going on.');
  const quiet = load();
  await sleep(4_000);
  const before = await quiet.stop();
  say('Running.');
  const busy = load();
  const followed = await follow(site, cohortId);
  const during = await busy.stop();
  if (followed.run.state !== 'succeeded')
    throw new Error(`The run ${followed.run.failure ?? followed.run.state}.`);
  const peak = site.worker.peakMemoryMb();
  const pages: Record<string, number> = {};
  for (const path of ['', '/pairs?limit=100', '/unmatched?limit=100', '/certificate']) {
    const started = performance.now();
    await site.call('GET', `/runs/${followed.run.id}${path}`);
    pages[path === '' ? 'the run' : path.slice(1)] = rounded(performance.now() - started);
  }
  const latencies: (number | null)[] = [];
  for (let nth = 0; nth < cancels; nth++) {
    // A process that is warm is quicker than the run that was measured.
    latencies.push(await cancelled(site, cohortId, (0.7 * followed.ms * (nth + 0.5)) / cancels));
  }
  report(followed, before, during, latencies, peak, pages);
} finally {
  await site.stop();
}

function report(
  { run, ms, stages, fell }: Followed,
  before: Latency,
  during: Latency,
  cancelMs: readonly (number | null)[],
  peak: number | null,
  pages: Readonly<Record<string, number>>,
): void {
  const here = machine();
  print(
    `${size} ${objective}: ${run.pairs} pairs, ${run.unmatchedMentees} mentees left over, ${rounded(ms / 1000)} s`,
  );
  print(
    `${machineLine(here)}; most memory of the worker ${peak ?? '?'} MB; progress ${fell ? 'FELL' : 'never fell'}\n`,
  );
  printTable(
    ['stage, as seen from outside', 'ms'],
    Object.entries(stages).map(([stage, took]) => [stage, Math.round(took)]),
  );
  const line = (name: string, latency: Latency) => [
    name,
    latency.reads,
    latency.p50_ms,
    latency.p95_ms,
    latency.p99_ms,
    latency.most_ms,
  ];
  printTable(
    ['reading a profile, ms', 'reads', 'p50', 'p95', 'p99', 'most'],
    [line('before', before), line('during the run', during)],
  );
  printTable(['read once', 'ms'], Object.entries(pages));
  printTable(
    ['cancelled run', 'ms until it has stopped'],
    cancelMs.map((each, nth) => [String(nth + 1), each]),
  );
  const log = /"times":(\[[^\]]*\])/u.exec(site.worker.output)?.[1];
  const times = log === undefined ? [] : (JSON.parse(log) as { stage: string; milliseconds: number }[]);
  printTable(
    ['stage, in the thread', 'ms'],
    times.map(({ stage, milliseconds }) => [stage, Math.round(milliseconds)]),
  );
  if (flags['json'] === true)
    printJson({
      machine: here,
      size,
      objective,
      run_ms: Math.round(ms),
      pairs: run.pairs,
      unmatched: run.unmatchedMentees,
      stages,
      thread: times,
      before,
      during,
      cancel_ms: cancelMs,
      worker_peak_mb: peak,
      pages_ms: pages,
      progress_fell: fell,
    });
}
