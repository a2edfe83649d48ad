import { runEngine } from '#engine';
import { say } from './lib/output.js';
import { makePeople } from './lib/people.js';
import type { ScaleTask } from './lib/scale-row.js';
import { rounded } from './lib/statistics.js';

/** Measures one size in a process of its own, so that its peak of memory is its own: a task as JSON in, a row out. */
const task = JSON.parse(process.argv[2] ?? '{}') as ScaleTask;
const { threads, memoryMb, seed, ...size } = task;

const { mentees, mentors, context } = makePeople({ ...size, seed: `${seed} ${size.name}` });
global.gc?.();
const peopleMb = process.memoryUsage.rss() / 2 ** 20;
const cpu = process.cpuUsage();
const started = performance.now();
let told = '';
const outcome = await runEngine(
  {
    ...{ mentees, mentors, context, locks: [], forbidden: [] },
    parameters: { objective: 'coverage', placeOrder: 'waited', minimumScore: 0, seed: '1' },
  },
  {
    ...{ threads, memoryMb },
    onProgress: (percent, stage) => {
      const line = `  ${size.name}: ${stage}, ${Math.floor(percent / 10) * 10} %`;
      if (line !== told) say(line);
      told = line;
    },
  },
);
const totalMs = performance.now() - started;
const { user, system } = process.cpuUsage(cpu);
if (outcome.kind !== 'done') throw new Error(`The engine ended with “${outcome.kind}”.`);
const { summary } = outcome.report;
const certificate = summary.certificate as { readonly gap?: number; readonly pairsChecked?: number };
process.stdout.write(
  `${JSON.stringify({
    instance: size.name,
    mentees: size.mentees,
    mentors: size.mentors,
    places: size.places,
    threads,
    feasible_share: rounded(summary.feasiblePairs / (size.mentees * size.mentors)),
    pairs: summary.pairs,
    total: summary.total,
    gap: certificate.gap ?? null,
    pairs_checked: certificate.pairsChecked ?? null,
    verified: summary.verified,
    stages: Object.fromEntries(
      outcome.times.map(({ stage, milliseconds }) => [stage, rounded(milliseconds)]),
    ),
    total_ms: rounded(totalMs),
    cpu_ms: rounded((user + system) / 1000),
    people_mb: rounded(peopleMb),
    // In kilobytes, of the whole process with its threads.
    peak_mb: rounded(process.resourceUsage().maxRSS / 1024),
  })}\n`,
);
