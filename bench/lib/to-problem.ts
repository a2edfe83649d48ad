import type { AssignmentProblem } from '#assignment';
import { type Instance, transposed } from './instance.js';

/** An instance as our solver reads it: most pairs, places given by score, so that all tools have one optimum. */
export function toProblem(instance: Instance): AssignmentProblem {
  const { mentees, mentors, capacity, scores } = instance;
  const columns = transposed(instance);
  return {
    mentees: Array.from({ length: mentees }, (_, i) => ({ id: idOf('e', i) })),
    mentors: Array.from(capacity, (places, j) => ({ id: idOf('m', j), capacity: places })),
    scoreRow: (i, out) => {
      out.set(scores.subarray(i * mentors, (i + 1) * mentors));
    },
    scoreColumn: (j, out) => {
      out.set(columns.subarray(j * mentees, (j + 1) * mentees));
    },
    locks: [],
    forbidden: [],
    minimumScore: 0,
    objective: 'coverage',
    order: 'score',
    seed: '1',
  };
}

function idOf(prefix: string, index: number): string {
  return `${prefix}${String(index).padStart(6, '0')}`;
}
