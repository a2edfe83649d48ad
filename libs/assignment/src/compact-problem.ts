import { distinctPairs, indexById } from './people-index.js';
import type { AssignmentProblem } from './problem.js';
import { ScoreRows } from './score-rows.js';
import { menteesInOrder, mentorsInOrder } from './standing-order.js';

/**
 * What is left to decide once locks are made: people by position in an order that does not depend on the input, needs
 * and rooms without the locked places, scores without locked, forbidden and too low pairs.
 */
export interface CompactProblem {
  /** Input index of the mentee at each row, in standing order. */
  readonly menteeAt: Int32Array;
  /** Input index of the mentor at each column. */
  readonly mentorAt: Int32Array;
  /** Mentors that each row still wants. */
  readonly need: Int32Array;
  /** Mentees that each column can still take. */
  readonly room: Int32Array;
  /** Locked pairs of each row. */
  readonly locked: Int32Array;
  readonly scores: ScoreRows;
  /** Locked pairs as input indices, with their scores. */
  readonly locks: readonly { readonly mentee: number; readonly mentor: number; readonly score: number }[];
}

/** Brings a checked problem into the solver's form. */
export function compactProblem(problem: AssignmentProblem): CompactProblem {
  const menteeAt = menteesInOrder(problem);
  const mentorAt = mentorsInOrder(problem);
  const mentees = indexById(problem.mentees);
  const mentors = indexById(problem.mentors);
  const excluded = new Map<number, number[]>();
  const lockedByMentee = new Int32Array(problem.mentees.length);
  const lockedByMentor = new Int32Array(problem.mentors.length);
  const row = new Int32Array(problem.mentors.length);

  const exclude = (mentee: number, mentor: number): void => {
    const list = excluded.get(mentee);
    if (list === undefined) excluded.set(mentee, [mentor]);
    else list.push(mentor);
  };
  const locks = distinctPairs(problem.locks).map((lock) => {
    const mentee = mentees.get(lock.menteeId) ?? 0;
    const mentor = mentors.get(lock.mentorId) ?? 0;
    exclude(mentee, mentor);
    lockedByMentee[mentee] = (lockedByMentee[mentee] ?? 0) + 1;
    lockedByMentor[mentor] = (lockedByMentor[mentor] ?? 0) + 1;
    problem.scoreRow(mentee, row);
    return { mentee, mentor, score: row[mentor] ?? 0 };
  });
  for (const pair of problem.forbidden)
    exclude(mentees.get(pair.menteeId) ?? 0, mentors.get(pair.mentorId) ?? 0);

  return {
    menteeAt,
    mentorAt,
    locks,
    locked: menteeAt.map((mentee) => lockedByMentee[mentee] ?? 0),
    need: menteeAt.map((mentee) => (problem.mentees[mentee]?.demand ?? 1) - (lockedByMentee[mentee] ?? 0)),
    room: mentorAt.map((mentor) => (problem.mentors[mentor]?.capacity ?? 0) - (lockedByMentor[mentor] ?? 0)),
    scores: new ScoreRows(problem, menteeAt, mentorAt, excluded),
  };
}
