import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { contextOf, createScoreKernel, packPeople, scoreOf } from '#scoring';
import { readFlags, refuse } from './lib/command-line.js';
import { machine, machineLine } from './lib/machine.js';
import { print, printJson, printTable, say } from './lib/output.js';
import { makePeople } from './lib/people.js';
import { scoreRows } from './lib/score-pass.js';
import type { ScoringThreadData } from './lib/scoring-thread.js';
import { median, rounded } from './lib/statistics.js';
import { timed } from './lib/stopwatch.js';

const USAGE = `Usage: npm run -s bench:scoring -- [options]

Scores made-up people under the default weights and rules: the readable reference beside the kernel, by one thread and by
two, in turn. Compares the numbers of both.

  --sizes LIST  MENTEESxMENTORS, separated by commas; 1000x500, 10000x5000 and 20000x20000 when absent
  --rounds N    rounds that count; 5 when absent
  --seed TEXT   makes other people; "1" when absent
  --json        one JSON object as the last line`;

/** Pairs in a pass of the kernel and of the reference. */
const PAIRS_A_PASS = 20_000_000;
const REFERENCE_PAIRS = 20_000;

const text = { type: 'string' } as const;
const flags = readFlags(USAGE, { sizes: text, rounds: text, seed: text });
const rounds = Number(flags['rounds'] ?? '5');
if (!Number.isInteger(rounds) || rounds < 1) refuse('--rounds is a whole number above 0.', USAGE);
const sizes = String(flags['sizes'] ?? '1000x500,10000x5000,20000x20000').split(',');

const rows = [];
for (const name of sizes) {
  if (!/^[1-9]\d{0,5}x[1-9]\d{0,5}$/u.test(name)) refuse(`There is no size ${name}.`, USAGE);
  const [mentees = 0, mentors = 0] = name.split('x').map(Number);
  rows.push(await measure(name, mentees, mentors));
}
const here = machine();
print(`${machineLine(here)}\n`);
printTable(
  [
    'mentees × mentors',
    'feasible',
    'pack ms',
    'reference',
    'one thread',
    '(cpu)',
    'by column',
    'two threads',
    'same',
  ],
  rows.map((row) => [
    ...[row.instance, row.feasible_share, row.pack_ms, row.reference_ns, row.one_thread_ns],
    ...[row.one_thread_cpu_ns, row.column_ns, row.two_threads_ns, row.same_scores ? 'yes' : 'NO'],
  ]),
);
print('Reference, threads and column in nanoseconds a pair, medians.');
if (flags['json'] === true) printJson({ rows, versions: here });

/** What one size said. */
interface ScoringRow {
  readonly instance: string;
  readonly feasible_share: number;
  readonly pairs_compared: number;
  readonly same_scores: boolean;
  readonly pack_ms: number;
  readonly pack_mb: number;
  readonly reference_ns: number;
  readonly one_thread_ns: number;
  readonly one_thread_cpu_ns: number;
  readonly column_ns: number;
  readonly two_threads_ns: number;
}

async function measure(instance: string, mentees: number, mentors: number): Promise<ScoringRow> {
  say(`${instance} …`);
  const people = makePeople({ mentees, mentors, seed: `${String(flags['seed'] ?? '1')} ${instance}` });
  const context = contextOf(people.context);
  let bytes = 0;
  const { value: packed, timing: packing } = timed(() =>
    packPeople(people.mentees, people.mentors, context, (size) => {
      bytes += size;
      return new SharedArrayBuffer(size);
    }),
  );
  const kernel = createScoreKernel(packed);
  const workerData: ScoringThreadData = { packed, mentees, mentors };
  const second = new Worker(new URL('./lib/scoring-thread.js', import.meta.url), { workerData });
  const count = Math.ceil(PAIRS_A_PASS / mentors);
  const columns = Math.ceil(PAIRS_A_PASS / mentees);
  const half = Math.floor(count / 2);
  const lists = { one: [] as number[], cpu: [] as number[], column: [] as number[], two: [] as number[] };
  const reference: number[] = [];
  const column = new Int32Array(mentees);
  const compared = { pairs: 0, feasible: 0, same: true };
  const row = new Int32Array(mentors);
  const known = Math.max(1, Math.ceil(REFERENCE_PAIRS / mentors));
  for (let round = 0; round <= rounds; round++) {
    const first = round === 0;
    const one = timed(() => scoreRows(kernel, mentees, mentors, { from: 0, to: count })).timing;
    const side = timed(() => {
      for (let nth = 0; nth < columns; nth++) kernel.scoreColumn((nth * 31) % mentors, column);
    }).timing;
    const started = performance.now();
    const answer = once(second, 'message');
    second.postMessage({ from: half, to: count });
    scoreRows(kernel, mentees, mentors, { from: 0, to: half });
    await answer;
    const both = performance.now() - started;
    const scored = timed(() => {
      const found: number[] = [];
      for (let nth = 0; nth < known; nth++) {
        const mentee = people.mentees[(round * known + nth) % mentees];
        for (const mentor of people.mentors)
          found.push(mentee === undefined ? 0 : scoreOf(mentee, mentor, context));
      }
      return found;
    });
    for (let nth = 0; nth < known; nth++) {
      kernel.scoreRow((round * known + nth) % mentees, row);
      row.forEach((score, at) => {
        compared.pairs++;
        if (score >= 0) compared.feasible++;
        if (score !== scored.value[nth * mentors + at]) compared.same = false;
      });
    }
    // The first round warms up; the reference looks up in it what it remembers of each person.
    if (first) continue;
    lists.one.push((one.ms * 1e6) / (count * mentors));
    lists.cpu.push((one.cpuMs * 1e6) / (count * mentors));
    lists.column.push((side.ms * 1e6) / (columns * mentees));
    lists.two.push((both * 1e6) / (count * mentors));
    reference.push((scored.timing.ms * 1e6) / (known * mentors));
  }
  await second.terminate();
  return {
    instance,
    feasible_share: rounded(compared.feasible / compared.pairs),
    pairs_compared: compared.pairs,
    same_scores: compared.same,
    pack_ms: rounded(packing.ms),
    pack_mb: rounded(bytes / 2 ** 20),
    reference_ns: rounded(median(reference)),
    one_thread_ns: rounded(median(lists.one)),
    one_thread_cpu_ns: rounded(median(lists.cpu)),
    column_ns: rounded(median(lists.column)),
    two_threads_ns: rounded(median(lists.two)),
  };
}
