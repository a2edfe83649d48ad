import { setTimeout as sleep } from 'node:timers/promises';
import { generateSampleRoster, STANDARD_GOAL_AREAS } from '#roster';
import { readFlags, refuse } from './lib/command-line.js';
import { type Installation, startInstallation } from './lib/installation.js';
import { machine, machineLine } from './lib/machine.js';
import { MailCounter } from './lib/mail-counter.js';
import { print, printJson, printTable, say } from './lib/output.js';
import { rounded } from './lib/statistics.js';

const USAGE = `Usage: npm run -s bench:cohort -- [options]

Takes a whole round through the API, as an admin does: imports two CSV files, matches, publishes, and waits for all mails, which
a mail server on 127.0.0.1 counts. PostgreSQL, API and worker are processes of their own.

  --size MENTEESxMENTORS  10000x5000 when absent
  --json                  one JSON object as the last line`;

const PAUSE_MS = 100;
/** So long without a mail that is still owed, and the rest counts as lost. */
const SILENCE_MS = 120_000;
const text = { type: 'string' } as const;
const flags = readFlags(USAGE, { size: text });
const size = typeof flags['size'] === 'string' ? flags['size'] : '10000x5000';
const [mentees, mentors] = size.split('x').map(Number);
if (!/^[1-9]\d{0,5}x[1-9]\d{0,5}$/u.test(size) || mentees === undefined || mentors === undefined)
  refuse('--size is like 10000x5000.', USAGE);

interface Made {
  readonly id: string;
}

/** Something of the API that is worked on in the background. */
interface Job extends Made {
  readonly state: string;
  readonly failure: string | null;
  readonly pairs?: number;
  readonly goodCount?: number;
  readonly badCount?: number;
}

async function asked<Body>(site: Installation, method: string, path: string, body?: object): Promise<Body> {
  const answer = await site.call(method, path, body);
  if (answer.status >= 300)
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Body;
}

async function finished(site: Installation, path: string, ends: readonly string[]): Promise<Job> {
  for (;;) {
    const job = await asked<Job>(site, 'GET', path);
    if (ends.includes(job.state)) return job;
    if (job.state === 'failed') throw new Error(`${path}: ${job.failure ?? 'failed'}`);
    await sleep(PAUSE_MS);
  }
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, seconds: rounded((performance.now() - started) / 1000) };
}

async function importPeople(site: Installation, kind: 'mentors' | 'mentees', csv: string): Promise<void> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new Blob([csv], { type: 'text/csv' }), `${kind}.csv`);
  const { id, badCount } = await asked<Job>(site, 'POST', '/imports', form);
  if (badCount !== 0) throw new Error(`${String(badCount)} rows of the ${kind} were refused.`);
  await asked(site, 'POST', `/imports/${id}/apply`);
  await finished(site, `/imports/${id}`, ['applied']);
}

async function closedCohort(site: Installation): Promise<string> {
  const { id } = await asked<Made>(site, 'POST', '/cohorts', {
    name: 'Bench',
    termFrom: '2027-03-01',
    seed: 'bench',
  });
  await asked(site, 'POST', `/cohorts/${id}/open`);
  await asked(site, 'POST', `/cohorts/${id}/members`, { everybody: true });
  await asked(site, 'POST', `/cohorts/${id}/close`);
  return id;
}

/** Mails that are owed, by the record of the database; those that ended otherwise than sent are in `failed`. */
async function owed(site: Installation): Promise<{ all: number; open: number; failed: number }> {
  const { rows } = await site.db.query<{ all: number; open: number; failed: number }>(
    `SELECT count(*)::int AS all,
            count(*) FILTER (WHERE state IN ('pending', 'claimed'))::int
              + (SELECT count(*)::int FROM outbox_event WHERE done_at IS NULL AND due_at <= now()) AS open,
            count(*) FILTER (WHERE state NOT IN ('pending', 'claimed', 'sent'))::int AS failed
       FROM delivery`,
  );
  return rows[0] ?? { all: 0, open: 0, failed: 0 };
}

async function allMails(site: Installation, mails: MailCounter): Promise<void> {
  for (;;) {
    const { open } = await owed(site);
    if (open === 0) return;
    const silent = performance.now() - mails.lastAt;
    if (mails.lastAt > 0 && silent > SILENCE_MS) return;
    await sleep(PAUSE_MS);
  }
}

const mails = await MailCounter.start();
const site = await startInstallation({ SMTP_URL: mails.url });
try {
  const areas = Object.entries(STANDARD_GOAL_AREAS).map(([key, name]) => ({ key, name }));
  await site.db.query('UPDATE program SET goal_areas = $1', [JSON.stringify(areas)]);
  const roster = generateSampleRoster({ mentors, mentees, seed: 'bench' });
  say(`Importing ${size} people.`);
  const imported = await timed(async () => {
    await importPeople(site, 'mentors', roster.mentorsCsv);
    await importPeople(site, 'mentees', roster.menteesCsv);
  });
  const cohort = await timed(() => closedCohort(site));
  say('Matching.');
  const run = await timed(async () => {
    const { id } = await asked<Made>(site, 'POST', `/cohorts/${cohort.value}/runs`);
    return finished(site, `/runs/${id}`, ['succeeded']);
  });
  say('Publishing.');
  const started = performance.now();
  const publication = await timed(() => asked(site, 'POST', `/runs/${run.value.id}/publish`, {}));
  await allMails(site, mails);
  const published = (performance.now() - started) / 1000;
  const { all, failed } = await owed(site);
  const { rows: sent } = await site.db.query<{ message_id: string; email: string }>(
    `SELECT d.message_id, a.email FROM delivery d JOIN account a ON a.id = d.account_id`,
  );
  const lost = sent.filter(({ message_id: id, email }) => !mails.has(id, email)).length;
  const pairs = run.value.pairs ?? 0;
  const here = machine();
  print(`${size}: ${pairs} pairs, ${all} mails owed, ${failed} of them ended unsent`);
  print(`${machineLine(here)}\n`);
  const peaks = { api: site.api.peakMemoryMb(), worker: site.worker.peakMemoryMb() };
  printTable(
    ['step', 's'],
    [
      ['import both files', imported.seconds],
      ['open, enrol everybody, close', cohort.seconds],
      ['match', run.seconds],
      ['publish, until the API answers', publication.seconds],
      ['publish, until the last mail has arrived', rounded(published)],
    ],
  );
  printTable(
    ['mails that arrived', 'duplicates', 'lost', 'API, most MB', 'worker, most MB'],
    [[mails.distinct, mails.duplicates, lost, peaks.api, peaks.worker]],
  );
  if (flags['json'] === true)
    printJson({
      pairs,
      mails: mails.distinct,
      duplicates: mails.duplicates,
      lost,
      import_s: imported.seconds,
      enrol_s: cohort.seconds,
      run_s: run.seconds,
      publish_answer_s: publication.seconds,
      publish_s: rounded(published),
      api_peak_mb: peaks.api,
      worker_peak_mb: peaks.worker,
      size,
      machine: here,
    });
  if (lost > 0 || mails.duplicates > 0 || failed > 0) process.exitCode = 1;
} finally {
  await site.stop();
  await mails.stop();
}
