import type { ScoringContext } from '../context.js';
import { MAX_SCORE } from '../pair-score.js';
import { wishPoints } from '../features/wishes.feature.js';
import type { MenteeProfile, MentorProfile, PersonProfile } from '../profile.js';
import { lineAbove } from '../reporting-line.js';
import type { Arena } from './arena.js';
import type { PackedPairs } from './packed-people.js';
import { raggedOf } from './ragged.js';

type ByKey = ReadonlyMap<string, readonly number[]>;

const NOBODY: readonly number[] = [];

function indexed<P extends PersonProfile>(people: readonly P[], keyOf: (person: P) => string): ByKey {
  const found = new Map<string, number[]>();
  people.forEach((person, index) => {
    const known = found.get(keyOf(person));
    if (known === undefined) found.set(keyOf(person), [index]);
    else known.push(index);
  });
  return found;
}

const idOf = ({ id }: PersonProfile): string => id;
const personKeyOf = ({ personKey }: PersonProfile): string => personKey;

/** Every pair that is ruled out, or wished for, by name. */
export function packPairs(
  mentees: readonly MenteeProfile[],
  mentors: readonly MentorProfile[],
  context: ScoringContext,
  arena: Arena,
): PackedPairs {
  const excluded = mentees.map(() => new Set<number>());
  const menteesById = indexed(mentees, idOf);
  const mentorsById = indexed(mentors, idOf);
  const exclude = (menteeIndexes: readonly number[], mentorIndexes: readonly number[]): void => {
    for (const mentee of menteeIndexes) for (const mentor of mentorIndexes) excluded[mentee]?.add(mentor);
  };
  const { blocked, forbidden, earlier } = context.listed;
  for (const list of [blocked, forbidden, context.rules.excludeEarlierPartners ? earlier : []]) {
    for (const { menteeId, mentorId } of list) {
      exclude(menteesById.get(menteeId) ?? NOBODY, mentorsById.get(mentorId) ?? NOBODY);
    }
  }
  mentors.forEach(({ vetoes }, mentor) => {
    for (const menteeId of vetoes) exclude(menteesById.get(menteeId) ?? NOBODY, [mentor]);
  });
  excludeByKey(mentees, mentors, context, exclude);
  for (const asked of context.unlisted) {
    mentees.forEach((mentee, row) => {
      mentors.forEach((mentor, column) => {
        if (asked(mentee, mentor)) excluded[row]?.add(column);
      });
    });
  }
  const most = (context.weights.wishes * MAX_SCORE) / 100;
  const wishes = mentees.map((mentee) =>
    most === 0
      ? []
      : [...new Set(mentee.wishes)].flatMap((mentorId, index) =>
          (mentorsById.get(mentorId) ?? NOBODY).flatMap((mentor) => [mentor, wishPoints(most, index + 1)]),
        ),
  );
  const excludedOfMentee = excluded.map((set) => [...set].sort((a, b) => a - b));
  return {
    excludedOfMentee: raggedOf(excludedOfMentee, arena),
    excludedOfMentor: raggedOf(turned(excludedOfMentee, mentors.length, 1), arena),
    wishesOfMentee: raggedOf(wishes, arena),
    wishesOfMentor: raggedOf(turned(wishes, mentors.length, 2), arena),
  };
}

/** The same person on both sides, and reporting lines. */
function excludeByKey(
  mentees: readonly MenteeProfile[],
  mentors: readonly MentorProfile[],
  { rules, managerOf }: ScoringContext,
  exclude: (mentees: readonly number[], mentors: readonly number[]) => void,
): void {
  const menteesByKey = indexed(mentees, personKeyOf);
  const mentorsByKey = indexed(mentors, personKeyOf);
  mentees.forEach((mentee, index) => {
    if (mentee.personKey !== '') exclude([index], mentorsByKey.get(mentee.personKey) ?? NOBODY);
    if (!rules.excludeReportingLine) return;
    for (const key of lineAbove(mentee, managerOf)) exclude([index], mentorsByKey.get(key) ?? NOBODY);
  });
  if (!rules.excludeReportingLine) return;
  mentors.forEach((mentor, index) => {
    for (const key of lineAbove(mentor, managerOf)) exclude(menteesByKey.get(key) ?? NOBODY, [index]);
  });
}

/** Lists by the other side: entries of `width` numbers, the first of which is the other's index. */
function turned(lists: readonly (readonly number[])[], count: number, width: number): number[][] {
  const other = Array.from({ length: count }, (): number[] => []);
  lists.forEach((list, index) => {
    for (let k = 0; k < list.length; k += width) {
      other[list[k] ?? 0]?.push(index, ...list.slice(k + 1, k + width));
    }
  });
  return other;
}
