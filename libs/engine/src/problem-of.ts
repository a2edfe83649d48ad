import type { MenteeSpec, RankedWish } from '#assignment';
import { createScoreKernel, type PackedPeople } from '#scoring';
import type { PlainProblem } from './crew-message.js';
import type { EngineInput } from './engine-input.js';

/** The assignment problem of an input, without its scores. */
export function plainProblemOf(input: EngineInput, packed: PackedPeople): PlainProblem {
  const { objective, placeOrder, minimumScore, seed } = input.parameters;
  return {
    mentees: menteesOf(input, packed),
    mentors: input.mentors.map(({ id, capacity }) => ({ id, capacity })),
    locks: input.locks,
    forbidden: input.forbidden,
    minimumScore,
    objective,
    order: placeOrder,
    ...(input.published === undefined ? {} : { published: input.published }),
    seed,
  };
}

/** Mentees with those of their wishes that name somebody who is there, and what each wish gives. */
function menteesOf({ mentees, mentors }: EngineInput, packed: PackedPeople): MenteeSpec[] {
  const indexOf = new Map(mentors.map(({ id }, index) => [id, index]));
  const kernel = createScoreKernel(packed);
  return mentees.map(({ id, roundsWaited, priority, wishes }, mentee) => {
    const wanted = [...new Set(wishes)].flatMap((mentorId): RankedWish[] => {
      const mentor = indexOf.get(mentorId);
      return mentor === undefined ? [] : [{ mentorId, points: kernel.wishPoints(mentee, mentor) }];
    });
    return wanted.length === 0
      ? { id, roundsWaited, priority }
      : { id, roundsWaited, priority, wishes: wanted };
  });
}
