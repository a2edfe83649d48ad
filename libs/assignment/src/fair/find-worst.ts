import { compareIds } from '../compare-ids.js';
import { type CompactProblem, compactProblem } from '../compact-problem.js';
import type { AssignmentProblem } from '../problem.js';
import type { Cover } from '../result.js';
import { choosePeople } from '../solver/choose-people.js';
import { listStore } from '../solver/list-store.js';
import type { PlaceSearch } from '../solver/place-search.js';
import { Prices } from '../solver/prices.js';
import { ShortLists } from '../solver/short-lists.js';
import { ValueRows } from '../solver/value-rows.js';
import { placesGoByOrder } from '../standing-order.js';
import { highestWorst } from './worst-score.js';

/** Where the worst score stands, with what shows it. */
export interface Worst {
  /** Null without pairs that are not locked. */
  readonly score: number | null;
  readonly most: Cover;
  readonly above: Cover;
  /** By input index of the mentor the position in the order of places at which it was closed; `Infinity` if never. */
  readonly closedAt: Float64Array;
}

/**
 * How good the worst of the most pairs can be. People come to their places in the order, which gives as many as can be
 * given whether the order matters or not; then the highest worst score by bisection, for the people chosen where it does.
 *
 * @param problem checked already
 * @param check asked often; throws to stop
 */
export function findWorst(problem: AssignmentProblem, check: () => void): Worst {
  const compact = compactProblem(problem);
  const { menteeAt, mentorAt, need, room, excluded } = compact;
  const scores = new ValueRows(problem, { side: 'mentees', rowAt: menteeAt, columnAt: mentorAt, excluded });
  const market = { units: need, room, values: scores, pairWeight: 0, scoreWeight: 1, mayDrop: false };
  const store = listStore(market, (bytes) => new ArrayBuffer(bytes));
  const lists = new ShortLists(market, store);
  // Columns without places go to the end of the lists.
  new Prices(market, store);
  const chosen = choosePeople(compact, scores, lists, check);
  const byOrder = placesGoByOrder(problem);
  const closedAt = new Float64Array(problem.mentors.length).fill(Infinity);
  if (byOrder) mentorAt.forEach((mentor, at) => (closedAt[mentor] = chosen.closedAt[at] as number));
  const most = coverOf(problem, compact, need, chosen.search);
  const goal = chosen.places.reduce((sum, places) => sum + places, 0);
  if (goal === 0) return { score: null, most, above: { mentees: [], mentors: [] }, closedAt };
  const wanted = byOrder ? chosen.places : need;
  const { score, inVain } = highestWorst({ scores, lists, wanted, room, goal }, chosen.search, check);
  return { score, most, above: coverOf(problem, compact, wanted, inVain), closedAt };
}

/**
 * People who have a part in all the pairs that a search looked at, or whose places are as many as it could give over
 * those pairs.
 */
function coverOf(
  problem: AssignmentProblem,
  { menteeAt, mentorAt }: CompactProblem,
  wanted: Int32Array,
  { closedRow, closedColumn }: PlaceSearch,
): Cover {
  const mentees = Array.from(menteeAt)
    .filter((_, row) => closedRow[row] === 0 && (wanted[row] as number) > 0)
    .map((mentee) => problem.mentees[mentee]?.id ?? '');
  const mentors = Array.from(mentorAt)
    .filter((_, column) => closedColumn[column] === 1)
    .map((mentor) => problem.mentors[mentor]?.id ?? '');
  return { mentees: mentees.sort(compareIds), mentors: mentors.sort(compareIds) };
}
