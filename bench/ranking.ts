import { setTimeout as sleep } from 'node:timers/promises';
import { insertPeople } from './lib/bulk-people.js';
import { readFlags, refuse } from './lib/command-line.js';
import { type Installation, startInstallation } from './lib/installation.js';
import { machine, machineLine } from './lib/machine.js';
import { print, printJson, printTable, say } from './lib/output.js';
import { percentile, rounded } from './lib/statistics.js';
import { TimedClient } from './lib/timed-client.js';

const USAGE = `Usage: npm run -s bench:ranking -- [options]

Asks for the mentors of one program, best first, as mentees do: over HTTP, with PostgreSQL, API and worker as processes
of their own. 20 a page, sorted out of all.

  --mentors N   20000 when absent
  --mentees N   how many different mentees ask, in turn; 20 when absent
  --reads N     how often each thing is asked; 400 when absent
  --json        one JSON object as the last line`;

const CLIENTS = 4;
const COLD_STARTS = 3;
const text = { type: 'string' } as const;
const flags = readFlags(USAGE, { mentors: text, mentees: text, reads: text });
const [mentors, mentees, reads] = ['mentors', 'mentees', 'reads'].map((name, index) => {
  const value = Number(flags[name] ?? [20_000, 20, 400][index]);
  if (!Number.isInteger(value) || value < 1) refuse(`--${name} is a number above 0.`, USAGE);
  return value;
}) as [number, number, number];

/** What one way to ask took. */
interface Row {
  readonly asked: string;
  readonly reads: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
  readonly most_ms: number;
  /** Processor time of the API for each answer; null where it can't be told. */
  readonly api_cpu_ms: number | null;
}

function rowOf(asked: string, times: readonly number[], cpuMs: number | null): Row {
  const at = (percent: number): number => rounded(percentile(times, percent));
  return {
    asked,
    reads: times.length,
    p50_ms: at(50),
    p95_ms: at(95),
    p99_ms: at(99),
    most_ms: rounded(Math.max(...times)),
    api_cpu_ms: cpuMs === null ? null : rounded(cpuMs / times.length),
  };
}

const site = await startInstallation();
const path = `/v1/programs/${site.programId}`;
const list = `${path}/mentors?limit=20`;

/** Asks often enough, the clients side by side. */
async function measure(
  asked: string,
  clients: readonly TimedClient[],
  count: number,
  ask: (client: TimedClient, nth: number) => Promise<number>,
): Promise<Row> {
  say(asked);
  const times: number[] = [];
  const before = site.api.processorMs();
  let nth = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (nth < count) times.push(await ask(client, nth++));
    }),
  );
  const after = site.api.processorMs();
  return rowOf(asked, times, before === null || after === null ? null : after - before);
}

async function read(client: TimedClient, where: string): Promise<number> {
  const { body, ms } = await client.send('GET', where);
  const { items } = body as { items: readonly unknown[] };
  if (items.length !== 20) throw new Error(`${where} has ${items.length} mentors.`);
  return ms;
}

async function ids(role: string, count: number): Promise<string[]> {
  const { rows } = await site.db.query<{ id: string }>(
    `SELECT participation_id AS id FROM profile WHERE role = $1 AND languages @> '[{"code": "en"}]'
     ORDER BY md5(id::text) LIMIT $2`,
    [role, count],
  );
  return rows.map(({ id }) => id);
}

const pageBehind = (count: number, id: string): string =>
  `${list}&cursor=${Buffer.from(JSON.stringify([count, id])).toString('base64url')}`;

async function rows(installation: Installation): Promise<Row[]> {
  const tokens = await installation.signIn(await ids('mentee', mentees));
  const clients = tokens.map((token) => new TimedClient(installation.origin, token));
  const chosen = await ids('mentor', 20);
  const [editorToken] = await installation.signIn(chosen.slice(0, 1));
  const editor = new TimedClient(installation.origin, editorToken ?? '');
  const inTurn = (nth: number): TimedClient => clients[nth % clients.length] ?? editor;
  const one = clients.slice(0, 1);
  const some = Math.ceil(reads / 4);
  const answers: Row[] = [];
  const first = await Promise.all(one.map((client) => client.send('GET', list)));
  say(`The first answer of the API took ${Math.round(first[0]?.ms ?? 0)} ms.`);
  for (let nth = 0; nth < 2 * mentees; nth += 1) await read(inTurn(nth), list);

  answers.push(await measure('top 20, one after the other', one, reads, (_, nth) => read(inTurn(nth), list)));
  answers.push(
    await measure(`top 20, ${CLIENTS} at the same time`, clients.slice(0, CLIENTS), reads, (client) =>
      read(client, list),
    ),
  );
  const own = `${path}/me/profiles/mentor`;
  answers.push(
    await measure('top 20, right after a mentor saved', one, some, async (_, nth) => {
      const { version, profile } = await ownProfile(editor, own);
      await editor.send('PUT', own, { ...profile, yearsExperience: nth % 40 }, version);
      return read(inTurn(nth), list);
    }),
  );
  answers.push(
    await measure('page behind half of them', one, some, (_, nth) =>
      read(inTurn(nth), pageBehind(Math.floor(mentors / 2), chosen[nth % chosen.length] ?? '')),
    ),
  );
  answers.push(
    await measure('search for a name', one, some, (_, nth) =>
      read(inTurn(nth), `${list}&q=mentor+1${nth % 10}`),
    ),
  );
  answers.push(
    await measure('narrowed to a skill', one, some, (_, nth) =>
      read(inTurn(nth), `${list}&skill=javascript`),
    ),
  );
  answers.push(await whileRanking(clients));
  answers.push(await cold(installation, tokens));
  for (const client of [...clients, editor]) client.close();
  return answers;
}

/** How long others wait for a small answer while mentors are ranked for several. */
async function whileRanking(clients: readonly TimedClient[]): Promise<Row> {
  let running = true;
  const load = clients.slice(0, CLIENTS).map(async (client) => {
    while (running) await read(client, list);
  });
  const bystander = new TimedClient(site.origin, '');
  const row = await measure('health check meanwhile', [bystander], Math.ceil(reads / 2), async (client) => {
    await sleep(5);
    return (await client.send('GET', '/health/live')).ms;
  });
  running = false;
  await Promise.all(load);
  bystander.close();
  return { ...row, api_cpu_ms: null };
}

/** The first request to an API that has just started, which reads everybody. */
async function cold(installation: Installation, tokens: readonly string[]): Promise<Row> {
  say('first request after a start');
  const times: number[] = [];
  for (let nth = 0; nth < COLD_STARTS; nth += 1) {
    const { process: api, origin } = await installation.startApi();
    const client = new TimedClient(origin, tokens[nth % tokens.length] ?? '');
    times.push(await read(client, list));
    client.close();
    await api.stop();
  }
  return rowOf('first request after a start', times, null);
}

interface OwnProfile {
  readonly version: number;
  readonly profile: object;
}

async function ownProfile(client: TimedClient, where: string): Promise<OwnProfile> {
  const { body } = await client.send('GET', where);
  const { version, skills, capacity, timeZone, windows } = body as {
    version: number;
    skills: readonly { skillId: string; level: number }[];
    [key: string]: unknown;
  };
  const offered = skills.map(({ skillId, level }) => ({ skill: skillId, level }));
  return { version, profile: { languages: [{ code: 'en' }], capacity, timeZone, windows, skills: offered } };
}

try {
  say(`Writing ${mentors} mentors and ${mentees} mentees.`);
  await insertPeople(site.db, site.programId, 'mentor', mentors);
  await insertPeople(site.db, site.programId, 'mentee', mentees + 1);
  await site.db.query('VACUUM ANALYZE');
  const measured = await rows(site);
  const here = machine();
  const peak = site.api.peakMemoryMb();
  print(machineLine(here));
  print(`${mentors} mentors; most memory of the API ${peak ?? '?'} MB\n`);
  printTable(
    ['asked', 'reads', 'p50 ms', 'p95 ms', 'p99 ms', 'most ms', 'API processor ms'],
    measured.map((row) => [
      row.asked,
      row.reads,
      row.p50_ms,
      row.p95_ms,
      row.p99_ms,
      row.most_ms,
      row.api_cpu_ms,
    ]),
  );
  if (flags['json'] === true)
    printJson({ rows: measured, mentors, mentees, api_peak_mb: peak, machine: here });
} finally {
  await site.stop();
}
