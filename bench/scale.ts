import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFlags, refuse } from './lib/command-line.js';
import { costPlot } from './lib/cost-plot.js';
import { machine, machineLine } from './lib/machine.js';
import { print, printJson, printTable, say } from './lib/output.js';
import { measureSize, type ScaleRow } from './lib/scale-row.js';
import { SCALE_NAMES, scaleSize } from './lib/scale-size.js';

const USAGE = `Usage: npm run -s bench:scale -- [options]

From profiles to a certified, verified and explained result: time of each stage and peak memory, each size in a process of
its own.

  --sizes LIST    MENTEESxMENTORS, separated by commas: with 7.6 % more places than mentees, or as many with -tight behind
                  it; ${SCALE_NAMES.join(', ')} when absent
  --threads N     threads that score; 2 when absent
  --memory MB     most memory for the heap of a thread; 640 when absent
  --plot FILE     draws cost against size into an SVG file
  --seed TEXT     makes other people; "1" when absent
  --json          one JSON object as the last line`;

const text = { type: 'string' } as const;
const flags = readFlags(USAGE, { sizes: text, threads: text, memory: text, plot: text, seed: text });
const given = (name: string): string | undefined => {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
};
const whole = (name: string, fallback: number): number => {
  const value = given(name) ?? String(fallback);
  return /^[1-9]\d{0,5}$/u.test(value)
    ? Number(value)
    : refuse(`--${name} is a whole number above 0, not "${value}".`, USAGE);
};
const threads = whole('threads', 2);
const memoryMb = whole('memory', 640);
const sizes = (given('sizes')?.split(',') ?? SCALE_NAMES).map(
  (name) => scaleSize(name) ?? refuse(`There is no size ${name}.`, USAGE),
);

const here = machine();
const rows: ScaleRow[] = [];
for (const size of sizes) {
  say(`${size.name} …`);
  rows.push(await measureSize({ ...size, threads, memoryMb, seed: given('seed') ?? '1' }));
}

const stages = [...new Set(rows.flatMap((row) => Object.keys(row.stages)))];
print(machineLine(here));
print(`${threads} threads; times in ms, memory in MB`);
print();
printTable(
  ['instance', 'places', 'feasible', 'pairs', 'gap', ...stages, 'everything', '(cpu)', 'profiles', 'peak'],
  rows.map((row) => [
    ...[row.instance, row.places, row.feasible_share, row.pairs, row.gap],
    ...stages.map((stage) => row.stages[stage] ?? null),
    ...[row.total_ms, row.cpu_ms, row.people_mb, row.peak_mb],
  ]),
);
const plot = given('plot');
if (plot !== undefined) {
  const subtitle = `${threads} threads, Node ${here.node}, ${here.cpu}`;
  // npm runs scripts in the folder of package.json; a path is meant from where it was typed.
  writeFileSync(resolve(process.env['INIT_CWD'] ?? '.', plot), costPlot(rows, subtitle));
}
if (flags['json'] === true) printJson({ rows, versions: here });
