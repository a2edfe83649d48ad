import { certify, optimise, type Optimum } from '#assignment';
import type { Contestant } from './contestant.js';
import type { Instance } from './instance.js';
import { rounded } from './statistics.js';
import { timed } from './stopwatch.js';
import { toProblem } from './to-problem.js';

/** Our solver, in this process. A run finds the optimum and its prices, as the peers do. */
export interface Engine extends Contestant {
  /** Compares the last optimum with every pair there is: what makes it proven, beyond a run. */
  certificate(): { readonly ms: number; readonly gap: number };
}

/** Our solver with an instance in memory: by row, and by column for where mentors are the scarce side. */
export function engine(instance: Instance): Engine {
  const { value: problem, timing } = timed(() => toProblem(instance));
  let last: Optimum | null = null;
  return {
    name: 'engine',
    version: 'this checkout',
    buildMs: timing.ms,
    run: async () => {
      const run = timed(() => optimise(problem));
      if (!run.value.ok) throw new Error(`The solver refused: ${run.value.error.code}.`);
      last = run.value.value;
      return Promise.resolve({ ...run.timing, ...last.value });
    },
    certificate: () => {
      const optimum = last;
      if (optimum === null) throw new Error('Nothing has been solved yet.');
      const { value, timing: taken } = timed(() => certify(problem, optimum));
      if (!value.ok) throw new Error(`The solver refused: ${value.error.code}.`);
      return { ms: rounded(taken.ms), gap: value.value.certificate.gap };
    },
    close: () => undefined,
  };
}
