import type { MentorFacts } from '#profiles';
import { TEXT_END } from './text-index.js';

/** A mentor as the index keeps them: all that ranking, filters and search read. */
export interface IndexedMentor extends MentorFacts {
  /** Places that are not taken by a mentorship under way. */
  readonly freePlaces: number;
  /** Name in lower case. */
  readonly name: string;
  /** Other text that a search looks into, in lower case. */
  readonly text: string;
}

/** A mentor's facts, ready to be kept. @param live mentorships under way */
export function indexed(facts: MentorFacts, live: number): IndexedMentor {
  const { mentor, headline } = facts;
  return {
    ...facts,
    freePlaces: Math.max(0, mentor.capacity - live),
    name: (mentor.name ?? '').toLowerCase(),
    text: `${headline}${TEXT_END}${mentor.organisation ?? ''}${TEXT_END}`.toLowerCase(),
  };
}

const OBJECT_BYTES = 1600;
const PART_BYTES = 120;

/** About how much memory an entry takes, measured on generated profiles. */
export function bytesOf({ mentor, text, name }: IndexedMentor): number {
  const parts =
    mentor.skills.length + mentor.windows.length + mentor.languages.length + mentor.goals.length / 2;
  return OBJECT_BYTES + PART_BYTES * parts + 2 * (2 * text.length + name.length);
}
