import { availableParallelism } from 'node:os';
import { UsageError } from '../cli-error.js';
import type { CliIo } from '../cli-io.js';
import { parseFlags } from '../match/match-options.js';
import { Progress } from '../progress.js';
import { BENCH_USAGE } from '../usage.js';
import { measureSize, type BenchSize, type SizeMeasured } from './measure-size.js';

const SIZES = '200x100,1000x500,5000x2000';

/** `rapport bench`: how fast this machine matches cohorts of made-up people. */
export async function benchCommand(args: readonly string[], io: CliIo): Promise<void> {
  const text = { type: 'string' } as const;
  const values = parseFlags(args, {
    ...{ sizes: text, threads: text, json: { type: 'boolean' } },
    help: { type: 'boolean', short: 'h' },
  });
  if (values['help'] === true) {
    io.out(BENCH_USAGE);
    return;
  }
  const given = (name: string, fallback: string): string => {
    const value = values[name];
    return typeof value === 'string' ? value : fallback;
  };
  const sizes = given('sizes', SIZES).split(',').map(readSize);
  const threads = readThreads(given('threads', String(Math.min(2, availableParallelism()))));
  const progress = new Progress(io);
  const rows: SizeMeasured[] = [];
  for (const size of sizes) {
    const title = `${size.mentees}x${size.mentors}:`;
    rows.push(
      await measureSize(size, threads, (stage, share) => {
        progress.show(`${title} ${stage}`, share);
      }),
    );
    progress.clear();
  }
  io.out(tableOf(rows));
  if (values['json'] === true)
    io.out(`${JSON.stringify({ rows, versions: { node: process.versions.node }, threads })}\n`);
}

function readSize(text: string): BenchSize {
  const found = /^([1-9]\d{0,5})x([1-9]\d{0,5})$/u.exec(text);
  if (found === null) throw new UsageError(`--sizes takes sizes like 1000x500, not "${text}".`);
  return { mentees: Number(found[1]), mentors: Number(found[2]) };
}

function readThreads(text: string): number {
  if (/^[1-9]\d?$/u.test(text)) return Number(text);
  throw new UsageError(`--threads is a whole number from 1 to 99, not "${text}".`);
}

/** A line for each size: times in milliseconds. */
function tableOf(rows: readonly SizeMeasured[]): string {
  const stages = [...new Set(rows.flatMap((row) => Object.keys(row.stages)))];
  const lines = [
    ['mentees x mentors', 'pairs', 'proven', ...stages, 'everything'],
    ...rows.map((row) => [
      ...[row.instance, count(row.pairs), row.gap === 0 ? 'yes' : 'no'],
      ...stages.map((stage) => `${count(row.stages[stage] ?? 0)} ms`),
      `${count(row.total_ms)} ms`,
    ]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => line.map((cell, column) => cell.padStart(widths?.[column] ?? 0)).join('  '))
    .map((line) => `${line}\n`)
    .join('');
}

function count(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
}
