import type { Arena } from './arena.js';
import { facetsOf } from './all-facets.js';
import { halfWordOf, NEVER } from './cells.js';
import type { CellSettings, Code, Facet } from './facet.js';
import type { PackedGroup } from './packed-people.js';
import { raggedOf } from './ragged.js';

/** Cells of one facet are kept up to this number; beyond, a row is worked out whenever it is asked for. */
const MOST_CELLS = 4_000_000;

/** Facets are joined while the cells of all their classes together stay below this number. */
const MOST_JOINED = 1_000_000;

/** The people of one side in the eyes of one facet: class by index in the input, and the code of each class. */
export interface Classes {
  readonly classOf: readonly number[] | Int32Array;
  readonly codes: readonly Code[];
}

/** One facet of both sides. */
export interface EncodedFacet {
  /** Which of all facets. */
  readonly facet: number;
  readonly mentees: Classes;
  readonly mentors: Classes;
}

interface Table {
  readonly menteeClass: Int32Array;
  readonly mentorClass: Int32Array;
  readonly menteeClasses: number;
  readonly mentorClasses: number;
  readonly cells: Int32Array;
}

/** Makes tables of facets, few where the classes allow it. */
export function packGroups(
  facets: readonly EncodedFacet[],
  settings: CellSettings,
  arena: Arena,
): PackedGroup[] {
  const groups: PackedGroup[] = [];
  const comparisons = facetsOf(settings);
  let open: Table | null = null;
  for (const facet of facets) {
    const { mentees, mentors } = facet;
    if (mentees.codes.length * mentors.codes.length > MOST_CELLS) {
      groups.push(uncounted(facet, arena));
      continue;
    }
    const table = tableOf(facet, comparisons[facet.facet], settings);
    const joined: Table | null = open === null ? table : join(open, table);
    if (joined === null) {
      groups.push(kept(open ?? table, arena));
      open = table;
    } else {
      open = joined;
    }
  }
  if (open !== null) groups.push(kept(open, arena));
  return groups;
}

function tableOf(
  { mentees, mentors }: EncodedFacet,
  comparison: Facet | undefined,
  settings: CellSettings,
): Table {
  const width = mentors.codes.length;
  const cells = new Int32Array(mentees.codes.length * width);
  mentees.codes.forEach((mentee, row) => {
    for (let column = 0; column < width; column += 1) {
      cells[row * width + column] = comparison?.cell(mentee, mentors.codes[column] ?? [], settings) ?? 0;
    }
  });
  return {
    menteeClass: Int32Array.from(mentees.classOf),
    mentorClass: Int32Array.from(mentors.classOf),
    menteeClasses: mentees.codes.length,
    mentorClasses: width,
    cells,
  };
}

/** Both in one table of the pairs of classes that occur; null when that would be too many. */
function join(a: Table, b: Table): Table | null {
  const mentees = pairs(a.menteeClass, b.menteeClass, b.menteeClasses);
  const mentors = pairs(a.mentorClass, b.mentorClass, b.mentorClasses);
  const rows = mentees.firsts.length;
  const width = mentors.firsts.length;
  if (rows * width > MOST_JOINED) return null;
  const cells = new Int32Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const ofA = (mentees.firsts[row] ?? 0) * a.mentorClasses;
    const ofB = (mentees.seconds[row] ?? 0) * b.mentorClasses;
    for (let column = 0; column < width; column += 1) {
      const sum =
        (a.cells[ofA + (mentors.firsts[column] ?? 0)] ?? 0) +
        (b.cells[ofB + (mentors.seconds[column] ?? 0)] ?? 0);
      // However many rules forbid a pair, their sum has to fit into 32 bits.
      cells[row * width + column] = sum < NEVER ? NEVER : sum;
    }
  }
  return {
    menteeClass: mentees.classOf,
    mentorClass: mentors.classOf,
    menteeClasses: rows,
    mentorClasses: width,
    cells,
  };
}

function pairs(
  first: Int32Array,
  second: Int32Array,
  seconds: number,
): { classOf: Int32Array; firsts: number[]; seconds: number[] } {
  const known = new Map<number, number>();
  const found = { classOf: new Int32Array(first.length), firsts: [] as number[], seconds: [] as number[] };
  for (let k = 0; k < first.length; k += 1) {
    const [a, b] = [first[k] ?? 0, second[k] ?? 0];
    let id = known.get(a * seconds + b);
    if (id === undefined) {
      known.set(a * seconds + b, (id = known.size));
      found.firsts.push(a);
      found.seconds.push(b);
    }
    found.classOf[k] = id;
  }
  return found;
}

function kept(table: Table, arena: Arena): PackedGroup {
  return {
    menteeClass: arena.int32From(table.menteeClass),
    mentorClass: arena.int32From(table.mentorClass),
    menteeClasses: table.menteeClasses,
    mentorClasses: table.mentorClasses,
    cells: arena.uint16From(table.cells.map(halfWordOf)),
    codes: null,
  };
}

function uncounted({ facet, mentees, mentors }: EncodedFacet, arena: Arena): PackedGroup {
  return {
    menteeClass: arena.int32From(mentees.classOf),
    mentorClass: arena.int32From(mentors.classOf),
    menteeClasses: mentees.codes.length,
    mentorClasses: mentors.codes.length,
    cells: null,
    codes: { facet, mentees: raggedOf(mentees.codes, arena), mentors: raggedOf(mentors.codes, arena) },
  };
}
