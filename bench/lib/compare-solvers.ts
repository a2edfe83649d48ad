import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contestant, Peer } from './contestant.js';
import { engine } from './engine.js';
import { feasibleShare, type Instance, placesOf } from './instance.js';
import { writeInstance } from './instance-file.js';
import { say } from './output.js';
import { medianCpuMs, medianMs, type RunsOf, takeTurns } from './rounds.js';
import { rounded } from './statistics.js';

/** What one instance said. All times are medians in milliseconds; null: not here, not tried, or ended at the limit. */
export type ComparisonRow = Readonly<Record<string, string | number | boolean | null>>;

/** How an instance is measured. */
export interface ComparisonOptions {
  readonly limitSeconds: number;
  readonly mostRuns: number;
  /** Told the version of every peer that answered. */
  readonly onVersion: (name: string, version: string) => void;
}

/** Lets our solver and the peers that are here solve one instance, taking turns. */
export async function compareSolvers(
  instance: Instance,
  peers: readonly Peer[],
  options: ComparisonOptions,
): Promise<ComparisonRow> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
  const ours = engine(instance);
  const contestants: Contestant[] = [ours];
  try {
    const file = join(folder, 'instance.bin');
    writeInstance(instance, file);
    for (const peer of peers) {
      const contestant = await peer.prepare({ instance, file, limitSeconds: options.limitSeconds });
      if (contestant === null) continue;
      contestants.push(contestant);
      options.onVersion(contestant.name, contestant.version);
    }
    say(`${instance.name}: ${contestants.map(({ name }) => name).join(', ')} …`);
    const row = rowOf(instance, peers, await takeTurns(contestants, options.mostRuns));
    const { ms, gap } = ours.certificate();
    return { ...row, certificate_ms: ms, certificate_gap: gap };
  } finally {
    for (const contestant of contestants) contestant.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowOf(instance: Instance, peers: readonly Peer[], records: readonly RunsOf[]): ComparisonRow {
  const optima = records.flatMap(({ runs }) => runs.map(({ pairs, total }) => `${pairs} ${total}`));
  const [ours] = records;
  const ownMs = ours === undefined ? null : medianMs(ours);
  const row: Record<string, string | number | boolean | null> = {
    instance: instance.name,
    mentees: instance.mentees,
    mentors: instance.mentors,
    places: placesOf(instance),
    feasible_share: rounded(feasibleShare(instance)),
    pairs: ours?.first?.pairs ?? null,
    total: ours?.first?.total ?? null,
    same_optimum: new Set(optima).size === 1,
  };
  for (const name of ['engine', ...peers.map((peer) => peer.name)]) {
    const record = records.find(({ contestant }) => contestant.name === name);
    const ms = record === undefined ? null : medianMs(record);
    row[`${name}_ms`] = shown(ms);
    row[`${name}_cpu_ms`] = shown(record === undefined ? null : medianCpuMs(record));
    row[`${name}_first_ms`] = shown(record?.first?.ms ?? null);
    row[`${name}_build_ms`] = shown(record?.contestant.buildMs ?? null);
    row[`${name}_runs`] = record?.runs.length ?? 0;
    if (name === 'engine') continue;
    row[`${name}_ended_at_s`] = record?.endedAtSeconds ?? null;
    row[`ratio_${name}`] = shown(ms === null || ownMs === null ? null : ms / ownMs);
  }
  return row;
}

function shown(value: number | null): number | null {
  return value === null ? null : rounded(value);
}
