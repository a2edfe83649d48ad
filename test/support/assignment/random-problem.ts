import type { Objective, PairOfIds, PlaceOrder, PublishedPairs } from '#assignment';
import { type MatrixProblem, matrixProblem } from './matrix-problem.js';
import type { SeededRandom } from './seeded-random.js';

/** An objective with an order of places. */
export type Kind = readonly [Objective, PlaceOrder];

const KINDS: readonly Kind[] = [
  ['coverage', 'waited'],
  ['coverage', 'score'],
  ['total', 'waited'],
];

/**
 * A small problem with every rule mixed in: bans, locks, minimum score, capacities, demands, waiting, priorities, wishes,
 * ties, pairs of an earlier round. For `stable` every demand is 1.
 */
export function randomProblem(
  random: SeededRandom,
  size: { mentees: number; mentors: number },
  kinds: readonly Kind[] = KINDS,
): MatrixProblem {
  const rows = random.whole(1, size.mentees);
  const columns = random.whole(1, size.mentors);
  const top = random.chance(0.4) ? 3 : 10_000;
  const feasible = random.chance(0.3) ? 1 : random.whole(3, 9) / 10;
  const matrix = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => (random.chance(feasible) ? random.whole(0, top) : -1)),
  );
  const [objective, order] = kinds[random.whole(0, kinds.length - 1)] ?? ['coverage', 'waited'];
  const several = objective !== 'stable' && random.chance(0.4);
  const wishing = random.chance(0.5);
  const mentees = matrix.map((_, at) => ({
    id: `e${at}`,
    demand: several ? random.whole(0, 3) : 1,
    roundsWaited: random.whole(0, 2),
    priority: random.whole(0, 1),
    wishes: wishing
      ? random
          .shuffle(Array.from({ length: columns }, (_, mentor) => `m${mentor}`))
          .slice(0, random.whole(0, 3))
          .map((mentorId) => ({ mentorId, points: random.whole(0, top) }))
      : [],
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
  const minimumScore = random.chance(0.3) ? random.whole(0, top) : 0;
  const seed = `seed ${random.whole(0, 3)}`;
  const published = random.chance(0.5) ? earlierRound(random, rows, columns, top) : null;
  return matrixProblem(matrix, {
    ...{ mentees, mentors, forbidden, locks, objective, order, minimumScore, seed },
    ...(published === null ? {} : { published }),
  });
}

/** Pairs of an earlier round, possible or not, and one with somebody who has left. */
function earlierRound(random: SeededRandom, rows: number, columns: number, top: number): PublishedPairs {
  const pairs: PairOfIds[] = [{ menteeId: 'left', mentorId: 'm0' }];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      if (random.chance(0.2)) pairs.push({ menteeId: `e${i}`, mentorId: `m${j}` });
  const penalties = [0, 1, random.whole(0, top), 10_000];
  return { pairs, penalty: penalties[random.whole(0, 3)] ?? 0 };
}
