import { type MatrixProblem, matrixProblem } from '../../../test/support/assignment/matrix-problem.js';
import { blockingPairs } from './stable/blocking-pairs.js';
import { diagnose } from './diagnose.js';
import type { AssignmentProblem, MenteeSpec, MentorSpec, Objective, PlaceOrder } from './problem.js';
import { quality } from './quality.js';
import type { AssignmentResult } from './result.js';
import { solve } from './solve.js';
import { verify } from './verify.js';
import { whyNot } from './why-not.js';

const KINDS: readonly (readonly [Objective, PlaceOrder])[] = [
  ['coverage', 'waited'],
  ['coverage', 'score'],
  ['total', 'score'],
  ['fair', 'waited'],
  ['fair', 'score'],
  ['stable', 'score'],
];

function people(count: number, letter: string): { id: string }[] {
  return Array.from({ length: count }, (_, at) => ({ id: `${letter}${at}` }));
}

function withPlaces(count: number, capacity: number): MentorSpec[] {
  return people(count, 'm').map(({ id }) => ({ id, capacity }));
}

/** A cohort whose scores are computed, not written out. */
function computed(
  mentees: readonly MenteeSpec[],
  mentors: readonly MentorSpec[],
  scoreOf: (mentee: number, mentor: number) => number,
): AssignmentProblem {
  return {
    ...matrixProblem([], { mentees, mentors }),
    scoreRow: (mentee, out) => {
      for (let mentor = 0; mentor < out.length; mentor++) out[mentor] = scoreOf(mentee, mentor);
    },
  };
}

/** Solves, checks the proof, and asks everything else that can be asked. */
function answered(problem: AssignmentProblem): AssignmentResult {
  const outcome = solve(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  expect(verify(problem, outcome.value)).toEqual([]);
  const { mentees, mentors } = diagnose(problem, outcome.value, () => ['rule']);
  expect(mentees).toHaveLength(outcome.value.unmatchedMentees.length);
  expect(mentors).toHaveLength(outcome.value.unmatchedMentors.length);
  expect(quality(problem, outcome.value).pairs).toBe(outcome.value.pairs.length);
  expect(blockingPairs(problem, outcome.value).count).toBeGreaterThanOrEqual(0);
  return outcome.value;
}

describe.each(KINDS)('%s by %s', (objective, order) => {
  const set = (problem: AssignmentProblem): AssignmentProblem => ({ ...problem, objective, order });
  const matrix = (scores: number[][], more: Partial<MatrixProblem> = {}): AssignmentProblem =>
    matrixProblem(scores, { ...more, objective, order });

  it('has an answer for nobody, no mentors, no mentees and one person', () => {
    expect(answered(matrix([])).value).toEqual({ pairs: 0, total: 0 });
    expect(answered(matrix([[]])).unmatchedMentees).toEqual([{ id: 'e0', missing: 1 }]);
    expect(answered(matrix([], { mentors: withPlaces(2, 1) })).unmatchedMentors).toHaveLength(2);
    expect(answered(matrix([[7]])).value).toEqual({ pairs: 1, total: 7 });
  });

  it('has one for capacity 0, and for rules that leave nobody', () => {
    expect(answered(matrix([[5], [6]], { mentors: withPlaces(1, 0) })).value.pairs).toBe(0);
    const impossible = answered(set(computed(people(300, 'e'), withPlaces(200, 2), () => -1)));
    expect(impossible.unmatchedMentees).toHaveLength(300);
  });

  it('has one for scores that are all equal, or all 0', () => {
    for (const score of [4_000, 0]) {
      const result = answered(set(computed(people(300, 'e'), withPlaces(100, 2), () => score)));
      expect(result.value).toEqual({ pairs: 200, total: 200 * score });
    }
  });

  it('has one where half of the people are copies of the others', () => {
    const scoreOf = (mentee: number, mentor: number): number =>
      ((mentee >> 1) * 7919 + (mentor >> 1) * 104_729 + (mentee >> 1) * (mentor >> 1) * 31) % 9_973;
    const result = answered(set(computed(people(240, 'e'), withPlaces(160, 1), scoreOf)));
    expect(result.value.pairs).toBe(160);
  });

  it('has one for 5,000 locks', () => {
    const mentees = people(5_100, 'e');
    const locks = mentees.slice(0, 5_000).map(({ id }, at) => ({ menteeId: id, mentorId: `m${at % 50}` }));
    const cohort = computed(mentees, withPlaces(50, 101), (mentee, mentor) => (mentee * 37 + mentor) % 9_001);
    const result = answered(set({ ...cohort, locks }));
    expect(result.value.pairs).toBe(5_050);
    expect(result.pairs.filter(({ locked }) => locked)).toHaveLength(5_000);
  });

  it('says which locks contradict each other, a ban or a rule', () => {
    const lock = (menteeId: string, mentorId: string): { menteeId: string; mentorId: string } => ({
      menteeId,
      mentorId,
    });
    const outcome = solve(
      matrix(
        [
          [1, 2, -1],
          [3, 4, 5],
        ],
        {
          locks: [lock('e0', 'm0'), lock('e1', 'm0'), lock('e1', 'm1'), lock('e0', 'm2')],
          forbidden: [lock('e1', 'm1')],
        },
      ),
    );
    if (outcome.ok || outcome.error.code !== 'invalid') throw new Error('solved');
    expect([...new Set(outcome.error.problems.map(({ code }) => code))].sort()).toEqual([
      'lock-forbidden',
      'lock-infeasible',
      'lock-over-capacity',
      'lock-over-demand',
    ]);
  });

  it('can tell why not, also where nothing is free', () => {
    const problem = matrix([
      [5, 5],
      [5, 5],
      [5, 5],
    ]);
    const result = answered(problem);
    for (const { id: menteeId } of problem.mentees)
      for (const { id: mentorId } of problem.mentors) {
        const answer = whyNot(problem, result, { menteeId, mentorId });
        expect(answer.ok && ['already-paired', 'cost', 'preference']).toContain(
          answer.ok ? answer.value.kind : '',
        );
      }
  });
});
