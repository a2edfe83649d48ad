import { facetsOf } from './all-facets.js';
import { halfWordOf } from './cells.js';
import type { CellSettings } from './facet.js';
import type { PackedGroup } from './packed-people.js';
import type { Ragged } from './ragged.js';
import type { Part, Room } from './room.js';
import type { Stage, Sums } from './stage.js';

/** Half words that are kept for one group: beyond, reading them takes longer than looking cells up. */
const MOST_KEPT = 3_000_000;

/** Heads of one class on average from which on what a class gives is kept. */
const WORTH_KEEPING = 3;

/** What all heads of a class have in common. */
interface Cells {
  /** How many cells a class has: one for each class of the other side. */
  readonly width: number;
  /** Writes them down. */
  readonly write: (headClass: number, row: Uint16Array) => void;
}

/** What a group gives to the mentors of one mentee, or to the mentees of one mentor. */
export function groupStage(
  group: PackedGroup,
  head: 'mentee' | 'mentor',
  settings: CellSettings,
  room: Room,
  sums: Sums,
): Stage {
  const { menteeClass, mentorClass, menteeClasses, mentorClasses, cells } = group;
  const forMentee = head === 'mentee';
  const [headClass, lineClass] = forMentee ? [menteeClass, mentorClass] : [mentorClass, menteeClass];
  const [heads, width] = forMentee ? [menteeClasses, mentorClasses] : [mentorClasses, menteeClasses];
  if (cells === null) {
    return spread(headClass, lineClass, { width, write: askedCells(group, head, settings) }, room, sums);
  }
  const rows = forMentee ? cells : turned(cells, menteeClasses, mentorClasses);
  const known: Cells = {
    width,
    write: (own, row) => {
      row.set(rows.subarray(own * width, (own + 1) * width));
    },
  };
  return heads * lineClass.length <= MOST_KEPT && headClass.length >= WORTH_KEEPING * heads
    ? kept(headClass, lineClass, heads, known, room, sums)
    : spread(headClass, lineClass, known, room, sums);
}

/** Room for the cells of one class, and where in it the cell of each person is. */
function cellsByPerson(
  lineClass: Int32Array,
  { width }: Cells,
  room: Room,
): { row: Part<Uint16Array>; places: Part<Int32Array> } {
  const row = room.part(Uint16Array, width);
  return {
    row,
    places: room.copy(
      Int32Array,
      lineClass.map((own) => row.at + 2 * own),
    ),
  };
}

/** Cells are looked up for everybody whenever they are asked for. */
function spread(headClass: Int32Array, lineClass: Int32Array, cells: Cells, room: Room, sums: Sums): Stage {
  const { row, places } = cellsByPerson(lineClass, cells, room);
  let known = -1;
  return {
    prepare: (head) => {
      const own = headClass[head] ?? 0;
      if (own === known) return;
      known = own;
      cells.write(own, row.view);
    },
    add: (_head, { from, to }) => {
      room.module.addCells(sums.at + 2 * from, places.at + 4 * from, to - from);
    },
  };
}

/** Cells are looked up for everybody once for each class of heads. */
function kept(
  headClass: Int32Array,
  lineClass: Int32Array,
  heads: number,
  cells: Cells,
  room: Room,
  sums: Sums,
): Stage {
  const length = 8 * Math.ceil(lineClass.length / 8);
  const { row, places } = cellsByPerson(lineClass, cells, room);
  const lanes = room.part(Uint16Array, heads * length);
  const known = new Uint8Array(heads);
  let start = 0;
  return {
    prepare: (head) => {
      const own = headClass[head] ?? 0;
      start = lanes.at + 2 * own * length;
      if (known[own] === 1) return;
      known[own] = 1;
      cells.write(own, row.view);
      room.module.addCells(start, places.at, lineClass.length);
    },
    add: (_head, { from, to }) => {
      room.module.addLanes(sums.at + 2 * from, start + 2 * from, to - from);
    },
  };
}

function turned(cells: Uint16Array, menteeClasses: number, mentorClasses: number): Uint16Array {
  const made = new Uint16Array(menteeClasses * mentorClasses);
  for (let mentee = 0; mentee < menteeClasses; mentee += 1) {
    for (let mentor = 0; mentor < mentorClasses; mentor += 1) {
      made[mentor * menteeClasses + mentee] = cells[mentee * mentorClasses + mentor] ?? 0;
    }
  }
  return made;
}

function listsOf({ start, values }: Ragged): number[][] {
  return Array.from({ length: start.length - 1 }, (_, k) => [...values.subarray(start[k], start[k + 1])]);
}

/** Cells of one facet, worked out when they are asked for. */
function askedCells(
  { codes }: PackedGroup,
  head: 'mentee' | 'mentor',
  settings: CellSettings,
): Cells['write'] {
  const facet = facetsOf(settings)[codes?.facet ?? 0];
  const mentees = codes === null ? [] : listsOf(codes.mentees);
  const mentors = codes === null ? [] : listsOf(codes.mentors);
  const [heads, lines] = head === 'mentee' ? [mentees, mentors] : [mentors, mentees];
  return (headClass, row) => {
    const own = heads[headClass] ?? [];
    for (let k = 0; k < lines.length; k += 1) {
      const other = lines[k] ?? [];
      const cell = head === 'mentee' ? facet?.cell(own, other, settings) : facet?.cell(other, own, settings);
      row[k] = halfWordOf(cell ?? 0);
    }
  };
}
