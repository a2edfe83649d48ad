import type { Contestant, Run } from './contestant.js';
import { TookTooLong } from './contestant.js';
import { say } from './output.js';
import { median } from './statistics.js';

/** All runs of one solver on one instance. */
export interface RunsOf {
  readonly contestant: Contestant;
  /** The first run of all, when code and caches were cold; null when none ended. */
  readonly first: Run | null;
  /** The runs that count: without the first ones where they are short. */
  readonly runs: readonly Run[];
  /** The limit that a run was ended at; null when all ended by themselves. */
  readonly endedAtSeconds: number | null;
}

/** Short runs that do not count: until then code is still being compiled, or caches filled. */
function warmUpsFor(firstMs: number): number {
  if (firstMs < 250) return 30;
  return firstMs < 1000 ? 1 : 0;
}

/** How many runs count: many where they are short, one where it takes half a minute. */
export function runsFor(firstMs: number): number {
  if (firstMs < 250) return 25;
  if (firstMs < 1000) return 9;
  if (firstMs < 10_000) return 5;
  return firstMs < 30_000 ? 3 : 1;
}

/** Lets solvers take turns, so that a machine that is busy for a while is busy for all of them. */
export async function takeTurns(contestants: readonly Contestant[], mostRuns: number): Promise<RunsOf[]> {
  const states = contestants.map((contestant) => ({
    contestant,
    all: [] as Run[],
    wanted: 1,
    endedAtSeconds: null as number | null,
  }));
  for (let turn = 0; states.some(({ all, wanted }) => all.length < wanted); turn++)
    for (const state of states) {
      if (turn >= state.wanted) continue;
      try {
        const run = await state.contestant.run();
        state.all.push(run);
        const more = Math.min(mostRuns, runsFor(run.ms));
        if (turn === 0) state.wanted = more + warmUpsFor(run.ms);
      } catch (error) {
        if (!(error instanceof TookTooLong)) throw error;
        say(`  ${state.contestant.name}: ended at the limit of ${error.seconds} s`);
        state.wanted = state.all.length;
        state.endedAtSeconds = error.seconds;
      }
    }
  return states.map(({ contestant, all, endedAtSeconds }) => {
    const warmUps = Math.min(all.length - 1, warmUpsFor(all[0]?.ms ?? 0));
    return { contestant, first: all[0] ?? null, runs: all.slice(Math.max(0, warmUps)), endedAtSeconds };
  });
}

/** The middle of the times on the wall, in ms; null when no run ended. */
export function medianMs({ runs }: RunsOf): number | null {
  return runs.length === 0 ? null : median(runs.map(({ ms }) => ms));
}

/** The middle of the processor times, in ms; null when no run ended. */
export function medianCpuMs({ runs }: RunsOf): number | null {
  return runs.length === 0 ? null : median(runs.map(({ cpuMs }) => cpuMs));
}
