import { instanceOf, INSTANCE_NAMES } from './lib/catalogue.js';
import { readFlags, refuse } from './lib/command-line.js';
import { type ComparisonRow, compareSolvers } from './lib/compare-solvers.js';
import type { Peer } from './lib/contestant.js';
import { lemonPeer } from './lib/lemon-peer.js';
import { machine, machineLine } from './lib/machine.js';
import { munkresPeer } from './lib/munkres-peer.js';
import { print, printJson, printTable } from './lib/output.js';
import { scipyPeer } from './lib/scipy-peer.js';
import type { Cell } from './lib/table.js';

const USAGE = `Usage: npm run -s bench:assignment -- [options]

Compares our solver with others on the same instances: most pairs first, then the highest total, places given by score.

  --sizes LIST    instances, separated by commas: ${INSTANCE_NAMES.join(', ')} (all when absent),
                  or any other MENTEESxMENTORS, with -contested, -popular or -restricted behind it
  --peers LIST    scipy, lemon, munkres (all when absent), or none
  --limit SECONDS a run of a peer that takes longer is ended; 120 when absent
  --runs N        at most so many runs count; 25 when absent
  --seed TEXT     makes other instances; "1" when absent
  --json          one JSON object as the last line`;

const PEER_NAMES = ['scipy', 'lemon', 'munkres'];

const text = { type: 'string' } as const;
const flags = readFlags(USAGE, { sizes: text, peers: text, limit: text, runs: text, seed: text });
const given = (name: string): string | undefined => {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
};
const names = given('sizes')?.split(',') ?? INSTANCE_NAMES;
const wanted = given('peers') === 'none' ? [] : (given('peers')?.split(',') ?? PEER_NAMES);
const limitSeconds = Number(given('limit') ?? '120');
const mostRuns = Number(given('runs') ?? '25');
const seed = given('seed') ?? '1';
const unknown = [
  ...names.filter((name) => !/^[1-9]\d{0,5}x[1-9]\d{0,5}(-contested|-popular|-restricted)?$/u.test(name)),
  ...wanted.filter((name) => !PEER_NAMES.includes(name)),
];
if (unknown.length > 0) refuse(`There is no ${unknown.join(', no ')}.`, USAGE);
if (!(limitSeconds > 0) || !(mostRuns >= 1)) refuse('--limit and --runs are numbers above 0.', USAGE);

const peers: Peer[] = [];
if (wanted.includes('scipy')) peers.push(scipyPeer());
if (wanted.includes('lemon')) peers.push(lemonPeer());
if (wanted.includes('munkres')) peers.push(await munkresPeer());

const here = machine();
const versions: Record<string, string | null> = Object.fromEntries(PEER_NAMES.map((name) => [name, null]));
const rows: ComparisonRow[] = [];
for (const name of names) {
  const instance = instanceOf(name, seed);
  if (instance === null) refuse(`There is no ${name}.`, USAGE);
  const options = {
    limitSeconds,
    mostRuns,
    onVersion: (peer: string, version: string) => (versions[peer] = version),
  };
  rows.push(await compareSolvers(instance, peers, options));
}

print(machineLine(here));
for (const { name, missing } of peers)
  print(missing ?? versions[name] ?? `${name}: not tried on these sizes`);
print();
printTable(
  [
    ...['instance', 'places', 'feasible', 'pairs', 'total', 'same optimum', 'engine ms', '(certificate)'],
    ...peers.flatMap(({ name }) => [`${name} ms`, `(build)`, `ratio ${name}`]),
  ],
  rows.map((row) => [
    ...[cell(row['instance']), cell(row['places']), cell(row['feasible_share']), cell(row['pairs'])],
    ...[cell(row['total']), cell(row['same_optimum'])],
    ...[cell(row['engine_ms']), cell(row['certificate_ms'])],
    ...peers.flatMap(({ name }) => [
      typeof row[`${name}_ended_at_s`] === 'number'
        ? `> ${Number(row[`${name}_ended_at_s`]) * 1000}`
        : cell(row[`${name}_ms`]),
      cell(row[`${name}_build_ms`]),
      cell(row[`ratio_${name}`]),
    ]),
  ]),
);
const missing = Object.fromEntries(
  peers.flatMap((peer) => (peer.missing === null ? [] : [[peer.name, peer.missing]])),
);
if (flags['json'] === true) printJson({ rows, versions: { ...here, ...versions }, missing });

function cell(value: string | number | boolean | null | undefined): Cell {
  return typeof value === 'boolean' ? (value ? 'yes' : 'NO') : (value ?? null);
}
