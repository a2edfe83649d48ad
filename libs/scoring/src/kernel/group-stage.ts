import { ALL_FACETS } from './all-facets.js';
import type { CellSettings } from './facet.js';
import type { PackedGroup } from './packed-people.js';
import type { Ragged } from './ragged.js';

/** One group as it is seen from one side: the class of everybody on the other side, and what each class gives. */
export interface GroupStage {
  readonly lineClass: Int32Array;
  readonly lineClasses: number;
  /** What each class of the other side gives with this person, by class. */
  readonly cellsOf: (head: number) => Int32Array;
}

/** A group for the mentors of one mentee, or for the mentees of one mentor. */
export function groupStage(
  group: PackedGroup,
  head: 'mentee' | 'mentor',
  settings: CellSettings,
): GroupStage {
  const [headClass, lineClass] =
    head === 'mentee' ? [group.menteeClass, group.mentorClass] : [group.mentorClass, group.menteeClass];
  const width = head === 'mentee' ? group.mentorClasses : group.menteeClasses;
  if (group.codes !== null)
    return { lineClass, lineClasses: width, cellsOf: askedCells(group, headClass, head, settings) };
  const cells = (head === 'mentee' ? group.cells : turned(group)) ?? new Int32Array(0);
  const heads = head === 'mentee' ? group.menteeClasses : group.mentorClasses;
  const views = Array.from({ length: heads }, (_, k) => cells.subarray(k * width, (k + 1) * width));
  const none = new Int32Array(0);
  return { lineClass, lineClasses: width, cellsOf: (at) => views[headClass[at] ?? 0] ?? none };
}

function turned({ cells, menteeClasses, mentorClasses }: PackedGroup): Int32Array {
  const made = new Int32Array(menteeClasses * mentorClasses);
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
): (at: number) => Int32Array {
  const facet = ALL_FACETS[group.codes?.facet ?? 0];
  const mentees = group.codes === null ? [] : listsOf(group.codes.mentees);
  const mentors = group.codes === null ? [] : listsOf(group.codes.mentors);
  const [heads, lines] = head === 'mentee' ? [mentees, mentors] : [mentors, mentees];
  const row = new Int32Array(lines.length);
  return (at) => {
    const own = heads[headClass[at] ?? 0] ?? [];
    for (let k = 0; k < lines.length; k += 1) {
      const other = lines[k] ?? [];
      row[k] =
        (head === 'mentee' ? facet?.cell(own, other, settings) : facet?.cell(other, own, settings)) ?? 0;
    }
    return row;
  };
}
