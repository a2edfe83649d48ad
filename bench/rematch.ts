import { type AssignmentProblem, type AssignmentResult, certify, optimise, solve } from '#assignment';
import { instanceOf } from './lib/catalogue.js';
import { readFlags, refuse } from './lib/command-line.js';
import { machine, machineLine } from './lib/machine.js';
import { print, printJson, printTable, say } from './lib/output.js';
import { median, rounded } from './lib/statistics.js';
import { timed } from './lib/stopwatch.js';
import { toProblem } from './lib/to-problem.js';

const USAGE = `Usage: npm run -s bench:rematch -- [options]

Matches a cohort again after a few mentees left and as many joined: from nothing, and from the earlier result, in turn.

  --sizes LIST  instances as for bench:assignment, separated by commas; 1000x500 and 10000x5000 when absent
  --moved N     mentees who leave, and who join; 10 when absent
  --runs N      runs that count; 9 when absent
  --seed TEXT   makes other instances; "1" when absent
  --json        one JSON object as the last line`;

const text = { type: 'string' } as const;
const flags = readFlags(USAGE, { sizes: text, moved: text, runs: text, seed: text });
const names = String(flags['sizes'] ?? '1000x500,10000x5000').split(',');
const moved = Number(flags['moved'] ?? '10');
const runs = Number(flags['runs'] ?? '9');
if (![moved, runs].every((count) => Number.isInteger(count) && count > 0))
  refuse('--moved and --runs are whole numbers above 0.', USAGE);

const rows = names.map((name) => measure(name));
const here = machine();
print(`${machineLine(here)}\n`);
printTable(
  [
    'instance',
    'left',
    'joined',
    'cold ms',
    'warm ms',
    'ratio',
    'same worth',
    'gap',
    'pairs kept',
    'scored cold',
    'scored warm',
  ],
  rows.map((row) => [
    ...[row.instance, row.moved, row.moved, row.cold_ms, row.warm_ms, row.ratio],
    ...[row.same_worth ? 'yes' : 'NO', row.gap, row.kept, row.cold_lines, row.warm_lines],
  ]),
);
if (flags['json'] === true) printJson({ rows, versions: here });

/** What one instance said. */
interface RematchRow {
  readonly instance: string;
  readonly moved: number;
  readonly cold_ms: number;
  readonly warm_ms: number;
  readonly ratio: number;
  readonly same_worth: boolean;
  /** Gap of the certificate of the result that was gone on to. */
  readonly gap: number;
  /** Pairs of the earlier result that are in it. */
  readonly kept: number;
  /** Rows and columns that are scored, some more than once. */
  readonly cold_lines: number;
  readonly warm_lines: number;
}

function measure(name: string): RematchRow {
  const [, mentees, rest = ''] = /^(\d+)(x\d+.*)$/u.exec(name) ?? [];
  const instance = instanceOf(`${Number(mentees) + moved}${rest}`, String(flags['seed'] ?? '1'));
  if (instance === null) refuse(`There is no instance ${name}.`, USAGE);
  say(`${name} …`);
  const all = toProblem(instance);
  const before = part(all, 0, instance.mentees - moved);
  const after = part(all, moved, instance.mentees);
  const previous = solved(before);
  const times = { cold: [] as number[], warm: [] as number[] };
  const found = { cold: optimise(after), warm: optimise(after, { previous }) };
  const lines = { cold: linesScored(after), warm: linesScored(after, previous) };
  for (let run = 0; run < runs; run++) {
    times.cold.push(timed(() => optimise(after)).timing.ms);
    times.warm.push(timed(() => optimise(after, { previous })).timing.ms);
  }
  if (!found.cold.ok || !found.warm.ok) throw new Error('The solver refused.');
  const certified = certify(after, found.warm.value);
  if (!certified.ok) throw new Error('The certificate was refused.');
  const earlier = new Set(previous.pairs.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`));
  return {
    instance: name,
    moved,
    cold_ms: rounded(median(times.cold)),
    warm_ms: rounded(median(times.warm)),
    ratio: rounded(median(times.cold) / median(times.warm)),
    same_worth: JSON.stringify(found.cold.value.value) === JSON.stringify(found.warm.value.value),
    gap: certified.value.certificate.gap,
    kept: found.warm.value.pairs.filter((pair) => earlier.has(`${pair.menteeId} ${pair.mentorId}`)).length,
    cold_lines: lines.cold,
    warm_lines: lines.warm,
  };
}

/** How many rows and columns a run has scored. */
function linesScored(problem: AssignmentProblem, previous?: AssignmentResult): number {
  let count = 0;
  const counting: AssignmentProblem = {
    ...problem,
    scoreRow: (mentee, out) => {
      count++;
      problem.scoreRow(mentee, out);
    },
    scoreColumn: (mentor, out) => {
      count++;
      problem.scoreColumn?.(mentor, out);
    },
  };
  optimise(counting, previous === undefined ? {} : { previous });
  return count;
}

function solved(problem: AssignmentProblem): AssignmentResult {
  const result = solve(problem);
  if (!result.ok) throw new Error(`The solver refused: ${result.error.code}.`);
  return result.value;
}

/** The problem with the mentees `from … to − 1` alone. */
function part(all: AssignmentProblem, from: number, to: number): AssignmentProblem {
  const column = new Int32Array(all.mentees.length);
  return {
    ...all,
    mentees: all.mentees.slice(from, to),
    scoreRow: (mentee, out) => {
      all.scoreRow(mentee + from, out);
    },
    scoreColumn: (mentor, out) => {
      all.scoreColumn?.(mentor, column);
      out.set(column.subarray(from, to));
    },
  };
}
