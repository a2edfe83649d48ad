import type { PairRow, PersonPlaceRow } from '../persistence/mentorship.rows.js';
import type { NewMentorship, RefusedMentorship, StartOptions, StartRefusal } from './new-mentorship.js';

const TAKING_PART: readonly string[] = ['approved', 'active'];

const keyOf = (mentorId: string, menteeId: string): string => `${mentorId} ${menteeId}`;

/**
 * Decides, in the order of the rows, which of them may start: places are counted as they fill.
 *
 * @param people everybody named, with the mentorships they have under way
 * @param livePairs pairs among them that are under way already
 */
export function chooseStartable(
  rows: readonly NewMentorship[],
  people: readonly PersonPlaceRow[],
  livePairs: readonly PairRow[],
  options: StartOptions,
): { startable: NewMentorship[]; refused: RefusedMentorship[] } {
  const byId = new Map(people.map((person) => [person.id, { ...person }]));
  const together = new Set(livePairs.map((pair) => keyOf(pair.mentor_id, pair.mentee_id)));
  const startable: NewMentorship[] = [];
  const refused: RefusedMentorship[] = [];
  for (const row of rows) {
    const why = refusalOf(row);
    if (why !== null) refused.push({ mentorId: row.mentorId, menteeId: row.menteeId, why });
    else startable.push(row);
  }
  return { startable, refused };

  function refusalOf(row: NewMentorship): StartRefusal | null {
    const { mentorId, menteeId } = row;
    const mentor = byId.get(mentorId);
    const mentee = byId.get(menteeId);
    if (mentor?.role !== 'mentor' || mentee?.role !== 'mentee') return 'not-available';
    if (isPast(row)) return null;
    if (!TAKING_PART.includes(mentor.state) || !TAKING_PART.includes(mentee.state)) return 'not-available';
    if (together.has(keyOf(mentorId, menteeId))) return 'already-paired';
    if (options.enforceCapacity !== false && mentor.live >= (mentor.capacity ?? 1)) return 'mentor-full';
    if (mentee.live >= (options.mentorsPerMentee ?? Infinity)) return 'mentee-has-mentor';
    mentor.live += 1;
    mentee.live += 1;
    together.add(keyOf(mentorId, menteeId));
    return null;
  }
}

/** Whether a row is only kept for the record: it takes no place. */
export function isPast(row: NewMentorship): boolean {
  return row.state === 'completed' || row.state === 'ended';
}
