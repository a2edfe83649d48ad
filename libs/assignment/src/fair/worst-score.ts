import { compareIds } from '../compare-ids.js';
import type { AssignmentProblem } from '../problem.js';
import { INFEASIBLE, MAX_SCORE } from '../problem.js';
import type { Cover } from '../result.js';
import type { Pairing } from '../solver/place-search.js';
import { PlaceSearch } from '../solver/place-search.js';
import type { ValueRows } from '../solver/value-rows.js';

/** Everything that stays the same while the worst score is looked for. */
export interface PlacesWanted {
  readonly problem: AssignmentProblem;
  readonly scores: ValueRows;
  /** Input index of the mentee at each row, and of the mentor at each column. */
  readonly menteeAt: Int32Array;
  readonly mentorAt: Int32Array;
  /** Places that each row may have. */
  readonly wanted: Int32Array;
  /** Places of each column. */
  readonly room: Int32Array;
  /** Places that have to be given in all. */
  readonly goal: number;
}

/**
 * The highest score that the worst pair can have, by bisection: whether a score is possible shows by giving as many
 * places over the pairs that reach it. Each try starts from the pairs of the last one that went well.
 *
 * @param start pairs that give all the places
 */
export function highestWorst(places: PlacesWanted, start: Pairing, check: () => void): number {
  let best = start;
  let low = worstOf(places, start);
  let high = upperLimit(places, check);
  while (low < high) {
    check();
    const middle = Math.floor((low + high + 1) / 2);
    const { given, search } = giveAll(places, middle, best, check);
    if (given < places.goal) high = middle - 1;
    else {
      best = search;
      low = worstOf(places, best);
    }
  }
  return low;
}

/**
 * People who have a part in all the pairs that score `threshold` or more, or whose places are as many as can be given
 * over those pairs.
 */
export function coverOf(places: PlacesWanted, threshold: number, start: Pairing, check: () => void): Cover {
  const { problem, menteeAt, mentorAt, wanted } = places;
  const { search } = giveAll(places, threshold, start, check);
  const mentees = Array.from(menteeAt)
    .filter((_, row) => search.closedRow[row] === 0 && (wanted[row] as number) > 0)
    .map((mentee) => problem.mentees[mentee]?.id ?? '');
  const mentors = Array.from(mentorAt)
    .filter((_, column) => search.closedColumn[column] === 1)
    .map((mentor) => problem.mentors[mentor]?.id ?? '');
  return { mentees: mentees.sort(compareIds), mentors: mentors.sort(compareIds) };
}

function giveAll(
  { scores, wanted, room, goal }: PlacesWanted,
  threshold: number,
  start: Pairing,
  check: () => void,
): { readonly given: number; readonly search: PlaceSearch } {
  const search = new PlaceSearch(scores, room, threshold, start);
  const everybody = wanted.reduce((sum, places) => sum + places, 0) === goal;
  let given = search.columnsOf.reduce((sum, held) => sum + held.length, 0);
  for (let row = 0; row < wanted.length; row++) {
    while ((search.columnsOf[row]?.length ?? 0) < (wanted[row] as number)) {
      check();
      if (!search.give(row)) {
        if (everybody) return { given, search };
        break;
      }
      given++;
    }
  }
  return { given, search };
}

function worstOf({ scores }: PlacesWanted, { columnsOf }: Pairing): number {
  let worst = MAX_SCORE;
  columnsOf.forEach((held, row) => {
    if (held.length === 0) return;
    const row16 = scores.load(row);
    for (const column of held) worst = Math.min(worst, row16[column] as number);
  });
  return worst;
}

/** Every place that is given is at best the best pair that its row has left: so many of them have to be this high. */
function upperLimit({ scores, wanted, goal }: PlacesWanted, check: () => void): number {
  const counts = new Int32Array(MAX_SCORE + 1);
  wanted.forEach((places, row) => {
    if (places === 0) return;
    check();
    for (const score of highest(scores.load(row), places)) counts[score] = (counts[score] as number) + 1;
  });
  let reached = 0;
  for (let score = MAX_SCORE; score > 0; score--) {
    reached += counts[score] as number;
    if (reached >= goal) return score;
  }
  return 0;
}

function highest(row: Int32Array, count: number): number[] {
  if (count > 1) return [...row.filter((score) => score >= 0)].sort((a, b) => b - a).slice(0, count);
  let best = INFEASIBLE;
  for (let column = 0; column < row.length; column++) best = Math.max(best, row[column] as number);
  return best < 0 ? [] : [best];
}
