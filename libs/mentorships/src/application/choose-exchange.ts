import type { PairRow, PersonPlaceRow } from '../persistence/mentorship.rows.js';
import { chooseStartable } from './choose-startable.js';
import type { NewMentorship, RefusedMentorship, StartOptions } from './new-mentorship.js';

/** A mentorship that may end for another. */
export interface FreedMentorship extends PairRow {
  readonly id: string;
}

/** Which pairs start, and which mentorships end for them. */
export interface ChosenExchange {
  readonly startable: readonly NewMentorship[];
  readonly refused: readonly RefusedMentorship[];
  readonly ending: readonly FreedMentorship[];
}

/**
 * Decides which pairs may start when each freed mentorship ends only if its mentee begins with somebody else. A pair that
 * is refused keeps its mentee's old mentorship, whose place may refuse another pair in turn, until nothing changes any more.
 */
export function chooseExchange(
  pairs: readonly NewMentorship[],
  people: readonly PersonPlaceRow[],
  livePairs: readonly PairRow[],
  freed: readonly FreedMentorship[],
  options: StartOptions,
): ChosenExchange {
  let startable = pairs;
  const refused: RefusedMentorship[] = [];
  for (;;) {
    const placed = new Set(startable.map(({ menteeId }) => menteeId));
    const ending = freed.filter(({ mentee_id }) => placed.has(mentee_id));
    const chosen = chooseStartable(startable, without(people, ending), livePairs, options);
    refused.push(...chosen.refused);
    if (chosen.refused.length === 0) return { startable, refused, ending };
    startable = chosen.startable;
  }
}

/** The people as they are once some mentorships have ended. */
function without(people: readonly PersonPlaceRow[], ending: readonly FreedMentorship[]): PersonPlaceRow[] {
  const fewer = new Map<string, number>();
  for (const { mentor_id, mentee_id } of ending)
    for (const id of [mentor_id, mentee_id]) fewer.set(id, (fewer.get(id) ?? 0) + 1);
  return people.map((person) => ({ ...person, live: person.live - (fewer.get(person.id) ?? 0) }));
}
