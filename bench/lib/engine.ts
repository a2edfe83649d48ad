import { solve } from '#assignment';
import type { Contestant } from './contestant.js';
import type { Instance } from './instance.js';
import { timed } from './stopwatch.js';
import { toProblem } from './to-problem.js';

/** Our solver, in this process. */
export function engine(instance: Instance): Contestant {
  const { value: problem, timing } = timed(() => toProblem(instance));
  return {
    name: 'engine',
    version: 'this checkout',
    buildMs: timing.ms,
    run: async () => {
      const run = timed(() => solve(problem));
      if (!run.value.ok) throw new Error(`The solver refused: ${run.value.error.code}.`);
      return Promise.resolve({ ...run.timing, ...run.value.value.value });
    },
    close: () => undefined,
  };
}
