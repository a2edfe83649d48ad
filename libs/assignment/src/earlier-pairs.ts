import { indexById } from './people-index.js';
import type { AssignmentProblem } from './problem.js';

/** Pairs of an earlier round whose people are both here, and what it is worth to keep one. */
export interface EarlierPairs {
  /** By input index of the mentee the mentors, each once. */
  readonly pairs: ReadonlyMap<number, readonly number[]>;
  /** Points that each counts more. */
  readonly extra: number;
}

/** The pairs of an earlier round by input index; null when they don't matter. */
export function earlierPairs({ published, mentees, mentors }: AssignmentProblem): EarlierPairs | null {
  if (published === undefined || published.penalty === 0) return null;
  const menteeOf = indexById(mentees);
  const mentorOf = indexById(mentors);
  const pairs = new Map<number, number[]>();
  for (const { menteeId, mentorId } of published.pairs) {
    const mentee = menteeOf.get(menteeId);
    const mentor = mentorOf.get(mentorId);
    if (mentee === undefined || mentor === undefined) continue;
    const list = pairs.get(mentee) ?? [];
    if (!list.includes(mentor)) list.push(mentor);
    pairs.set(mentee, list);
  }
  return { pairs, extra: published.penalty };
}
