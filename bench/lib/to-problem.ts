import { type AssignmentProblem, Lottery, type Side } from '#assignment';
import { type Instance, transposed } from './instance.js';

const SEED = '1';

/** An instance as our solver reads it: most pairs, places given by score, so that all tools have one optimum. */
export function toProblem(instance: Instance): AssignmentProblem {
  const { mentees, mentors, capacity, scores } = instance;
  const columns = transposed(instance);
  return {
    mentees: idsInOrder('mentee', mentees).map((id) => ({ id })),
    mentors: idsInOrder('mentor', mentors).map((id, j) => ({ id, capacity: capacity[j] ?? 0 })),
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
    seed: SEED,
  };
}

/** Names in the order that the lottery gives them, so that nobody has to be brought into it. */
function idsInOrder(side: Side, count: number): string[] {
  const lottery = new Lottery(SEED, side);
  const ids = Array.from({ length: count }, (_, at) => `${side}${String(at).padStart(6, '0')}`);
  return ids.sort((a, b) => lottery.ticket(a) - lottery.ticket(b));
}
