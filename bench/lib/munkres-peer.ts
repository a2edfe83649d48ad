import { readFileSync } from 'node:fs';
import type { Contestant, Peer } from './contestant.js';
import { type Instance, placesOf } from './instance.js';
import { benchSource } from './on-the-path.js';
import { timed } from './stopwatch.js';

/** Beyond so many cells it would take minutes. */
const MOST_CELLS = 2_000_000;

type Munkres = (costs: number[][]) => [number, number][];

/** The `munkres` package of npm: the Hungarian method over arrays of arrays, in this process. */
export async function munkresPeer(): Promise<Peer> {
  const munkres = await load();
  return {
    name: 'munkres',
    missing: munkres === null ? 'The npm package munkres is not installed: run npm ci.' : null,
    prepare: async ({ instance }) =>
      munkres === null || instance.mentees * placesOf(instance) > MOST_CELLS
        ? null
        : Promise.resolve(contestant(munkres, instance)),
  };
}

async function load(): Promise<Munkres | null> {
  try {
    return (await import('munkres')).default;
  } catch {
    return null;
  }
}

function contestant(munkres: Munkres, instance: Instance): Contestant {
  const { mentees, mentors, scores } = instance;
  const columns = [...instance.capacity].flatMap((places, j) => new Array<number>(places).fill(j));
  const impossible = Math.min(mentees, columns.length) * 10_000 + 1;
  const scoreAt = (i: number, place: number): number => scores[i * mentors + (columns[place] ?? 0)] ?? -1;
  const { value: costs, timing } = timed(() =>
    Array.from({ length: mentees }, (_, i) =>
      columns.map((__, place) => {
        const score = scoreAt(i, place);
        return score < 0 ? impossible : -score;
      }),
    ),
  );
  const { version } = JSON.parse(
    readFileSync(benchSource('../node_modules/munkres/package.json'), 'utf8'),
  ) as { version: string };
  return {
    name: 'munkres',
    version: `munkres ${version}`,
    buildMs: timing.ms,
    run: async () => {
      const run = timed(() => munkres(costs));
      const made = run.value.map(([i, place]) => scoreAt(i, place)).filter((score) => score >= 0);
      return Promise.resolve({
        ...run.timing,
        pairs: made.length,
        total: made.reduce((sum, score) => sum + score, 0),
      });
    },
    close: () => undefined,
  };
}
