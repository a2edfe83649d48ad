import type { Objective, PairOfIds, PlaceOrder } from '#assignment';
import { type MatrixProblem, matrixProblem } from './matrix-problem.js';
import type { SeededRandom } from './seeded-random.js';

const KINDS: readonly (readonly [Objective, PlaceOrder])[] = [
  ['coverage', 'waited'],
  ['coverage', 'score'],
  ['total', 'waited'],
];

/** A small problem with every rule mixed in: bans, locks, minimum score, capacities, demands, waiting, priorities, ties. */
export function randomProblem(
  random: SeededRandom,
  size: { mentees: number; mentors: number },
): MatrixProblem {
  const rows = random.whole(1, size.mentees);
  const columns = random.whole(1, size.mentors);
  const top = random.chance(0.4) ? 3 : 10_000;
  const feasible = random.chance(0.3) ? 1 : random.whole(3, 9) / 10;
  const matrix = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => (random.chance(feasible) ? random.whole(0, top) : -1)),
  );
  const several = random.chance(0.4);
  const mentees = matrix.map((_, at) => ({
    id: `e${at}`,
    demand: several ? random.whole(0, 3) : 1,
    roundsWaited: random.whole(0, 2),
    priority: random.whole(0, 1),
  }));
  const mentors = Array.from({ length: columns }, (_, at) => ({
    id: `m${at}`,
    capacity: random.whole(0, 2),
  }));
  const forbidden: PairOfIds[] = [];
  const locks: PairOfIds[] = [];
  const want = mentees.map((mentee) => mentee.demand);
  const room = mentors.map((mentor) => mentor.capacity);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const pair = { menteeId: `e${i}`, mentorId: `m${j}` };
      if (random.chance(0.05)) forbidden.push(pair);
      else if (random.chance(0.06) && (matrix[i]?.[j] ?? -1) >= 0 && want[i]! > 0 && room[j]! > 0) {
        locks.push(pair);
        want[i]!--;
        room[j]!--;
      }
    }
  const [objective, order] = KINDS[random.whole(0, KINDS.length - 1)] ?? ['coverage', 'waited'];
  const minimumScore = random.chance(0.3) ? random.whole(0, top) : 0;
  const seed = `seed ${random.whole(0, 3)}`;
  return matrixProblem(matrix, { mentees, mentors, forbidden, locks, objective, order, minimumScore, seed });
}
