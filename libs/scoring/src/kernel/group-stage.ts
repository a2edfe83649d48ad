import { ALL_FACETS } from './all-facets.js';
import { halfWordOf, NEVER_BIT } from './cells.js';
import type { CellSettings } from './facet.js';
import { lanesOf } from './lanes.js';
import type { Lanes } from './lanes.js';
import type { PackedGroup } from './packed-people.js';
import type { Ragged } from './ragged.js';

/** What one group gives to everybody on the other side of one person. */
export interface GroupStage {
  /** Lanes of one person or of many. */
  readonly lanes: Lanes;
  /** Whether a cell may say `NEVER_BIT`. */
  readonly excludes: boolean;
  /** Works out the words from one to another for a person, and says where in `lanes` the word of position 0 is. */
  readonly locate: (head: number, from: number, to: number) => number;
  /** Writes these words elsewhere, without `lanes`; null where they are kept. */
  readonly write: ((head: number, lanes: Lanes, from: number, to: number) => void) | null;
}

/** Bits of a half word; a constant of this module is part of the compiled loop. */
const HALF = 16;

/** Words of lanes that are kept for one group. */
const MOST_KEPT = 4_000_000;

/** Heads of one class on average from which on lanes are kept by class. */
const WORTH_KEEPING = 3;

/** A group for the mentors of one mentee, or for the mentees of one mentor. */
export function groupStage(
  group: PackedGroup,
  head: 'mentee' | 'mentor',
  settings: CellSettings,
): GroupStage {
  const [headClass, lineClass] =
    head === 'mentee' ? [group.menteeClass, group.mentorClass] : [group.mentorClass, group.menteeClass];
  const [heads, width] =
    head === 'mentee'
      ? [group.menteeClasses, group.mentorClasses]
      : [group.mentorClasses, group.menteeClasses];
  if (group.codes !== null) return spread(lineClass, true, askedCells(group, headClass, head, settings));
  const cells = (head === 'mentee' ? group.cells : turned(group)) ?? new Uint16Array(0);
  const excludes = cells.some((cell) => cell >= NEVER_BIT);
  const rowOf = (at: number): number => (headClass[at] ?? 0) * width;
  const words = lanesOf(lineClass.length).length;
  return heads * words <= MOST_KEPT && headClass.length >= WORTH_KEEPING * heads
    ? kept(headClass, lineClass, heads, excludes, { cells, rowOf })
    : spread(lineClass, excludes, { cells, rowOf });
}

/** Cells by class of the other side, and where those of one person start. */
interface Cells {
  readonly cells: Uint16Array;
  readonly rowOf: (head: number) => number;
}

/** Lanes are worked out whenever they are asked for. */
function spread(lineClass: Int32Array, excludes: boolean, { cells, rowOf }: Cells): GroupStage {
  const lanes = lanesOf(lineClass.length);
  return {
    lanes,
    excludes,
    locate: (head, from, to) => {
      spreadCells(lineClass, cells, rowOf(head), lanes, 0, from, to);
      return 0;
    },
    write: (head, elsewhere, from, to) => {
      spreadCells(lineClass, cells, rowOf(head), elsewhere, 0, from, to);
    },
  };
}

/** Lanes are worked out once for each class of heads. */
function kept(
  headClass: Int32Array,
  lineClass: Int32Array,
  heads: number,
  excludes: boolean,
  { cells, rowOf }: Cells,
): GroupStage {
  const words = lanesOf(lineClass.length).length;
  const lanes = new Int32Array(heads * words);
  const known = new Uint8Array(heads);
  return {
    lanes,
    excludes,
    locate: (head) => {
      const own = headClass[head] ?? 0;
      if (known[own] === 0) {
        known[own] = 1;
        spreadCells(lineClass, cells, rowOf(head), lanes, own * words, 0, words);
      }
      return own * words;
    },
    write: null,
  };
}

function spreadCells(
  lineClass: Int32Array,
  cells: Uint16Array,
  row: number,
  lanes: Lanes,
  start: number,
  from: number,
  to: number,
): void {
  const count = lineClass.length;
  let k = from;
  for (; k + 3 < to && 2 * k + 7 < count; k += 4) {
    lanes[start + k] = wordOf(lineClass, cells, row, k);
    lanes[start + k + 1] = wordOf(lineClass, cells, row, k + 1);
    lanes[start + k + 2] = wordOf(lineClass, cells, row, k + 2);
    lanes[start + k + 3] = wordOf(lineClass, cells, row, k + 3);
  }
  for (; k < to && 2 * k + 1 < count; k += 1) lanes[start + k] = wordOf(lineClass, cells, row, k);
  if (k < to && 2 * k < count) lanes[start + k] = cells[row + (lineClass[2 * k] ?? 0)] ?? 0;
}

/** The cells of two people in a row. */
function wordOf(lineClass: Int32Array, cells: Uint16Array, row: number, k: number): number {
  const left = cells[row + (lineClass[2 * k] ?? 0)] ?? 0;
  const right = cells[row + (lineClass[2 * k + 1] ?? 0)] ?? 0;
  return left | (right << HALF);
}

function turned({ cells, menteeClasses, mentorClasses }: PackedGroup): Uint16Array {
  const made = new Uint16Array(menteeClasses * mentorClasses);
  for (let mentee = 0; mentee < menteeClasses; mentee += 1) {
    for (let mentor = 0; mentor < mentorClasses; mentor += 1) {
      made[mentor * menteeClasses + mentee] = cells?.[mentee * mentorClasses + mentor] ?? 0;
    }
  }
  return made;
}

function listsOf({ start, values }: Ragged): number[][] {
  return Array.from({ length: start.length - 1 }, (_, k) => [...values.subarray(start[k], start[k + 1])]);
}

function askedCells(
  group: PackedGroup,
  headClass: Int32Array,
  head: 'mentee' | 'mentor',
  settings: CellSettings,
): Cells {
  const facet = ALL_FACETS[group.codes?.facet ?? 0];
  const mentees = group.codes === null ? [] : listsOf(group.codes.mentees);
  const mentors = group.codes === null ? [] : listsOf(group.codes.mentors);
  const [heads, lines] = head === 'mentee' ? [mentees, mentors] : [mentors, mentees];
  const cells = new Uint16Array(lines.length);
  let known = -1;
  return {
    cells,
    rowOf: (at) => {
      if (at === known) return 0;
      known = at;
      const own = heads[headClass[at] ?? 0] ?? [];
      for (let k = 0; k < lines.length; k += 1) {
        const other = lines[k] ?? [];
        const cell =
          head === 'mentee' ? facet?.cell(own, other, settings) : facet?.cell(other, own, settings);
        cells[k] = halfWordOf(cell ?? 0);
      }
      return 0;
    },
  };
}
