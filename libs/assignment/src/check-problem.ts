import type { AssignmentProblem, PairOfIds } from './problem.js';
import { INFEASIBLE, MAX_PENALTY, MAX_SCORE } from './problem.js';
import { pairWeights } from './pair-weights.js';
import { distinctPairs, indexPeople, pairKey, type PeopleIndex } from './people-index.js';
import type { InputProblem } from './result.js';

const MOST_MENTORS_EACH = 1_000;
const MOST_MENTEES_EACH = 1_000_000;

/** Everything that makes a problem impossible to solve as stated; empty when it is fine. */
export function checkProblem(
  problem: AssignmentProblem,
  people: PeopleIndex = indexPeople(problem),
): readonly InputProblem[] {
  const numbers = [...checkPeople(problem), ...checkIds(problem, people)];
  if (numbers.length > 0) return numbers;
  if (problem.objective !== 'stable' && pairWeights(problem) === null) {
    const message = 'There are too many places for exact arithmetic: split the cohort.';
    return [{ code: 'too-large', message }];
  }
  return problem.locks.length === 0 ? [] : checkLocks(problem, people);
}

function checkPeople(problem: AssignmentProblem): InputProblem[] {
  const found: InputProblem[] = [];
  const bad = (message: string, who: Partial<PairOfIds>): void => {
    found.push({ code: 'bad-number', message, ...who });
  };
  for (const { id: menteeId, demand = 1, roundsWaited = 0, priority = 0, wishes = [] } of problem.mentees) {
    if (!isWhole(demand, MOST_MENTORS_EACH))
      bad(`Mentee ${menteeId}: demand must be a whole number from 0 to ${MOST_MENTORS_EACH}.`, { menteeId });
    if (!isWhole(roundsWaited, Number.MAX_SAFE_INTEGER))
      bad(`Mentee ${menteeId}: rounds waited must be a whole number, 0 or more.`, { menteeId });
    if (!Number.isFinite(priority)) bad(`Mentee ${menteeId}: priority must be a number.`, { menteeId });
    for (const { mentorId, points } of wishes)
      if (!isWhole(points, MAX_SCORE))
        bad(`Mentee ${menteeId}: the points of a wish must be a whole number from 0 to ${MAX_SCORE}.`, {
          menteeId,
          mentorId,
        });
    if (problem.objective === 'stable' && demand > 1)
      found.push({
        code: 'needs-demand-one',
        message: `Mentee ${menteeId} wants ${demand} mentors, and a stable matching gives one to each: ask for one mentor, or choose another objective.`,
        menteeId,
      });
  }
  for (const { id: mentorId, capacity } of problem.mentors)
    if (!isWhole(capacity, MOST_MENTEES_EACH))
      bad(`Mentor ${mentorId}: capacity must be a whole number from 0 to ${MOST_MENTEES_EACH}.`, {
        mentorId,
      });
  if (!isWhole(problem.minimumScore, MAX_SCORE))
    bad(`The minimum score must be a whole number from 0 to ${MAX_SCORE}.`, {});
  if (!isWhole(problem.published?.penalty ?? 0, MAX_PENALTY))
    bad(`The penalty for breaking a published pair must be a whole number from 0 to ${MAX_PENALTY}.`, {});
  return found;
}

function checkIds(problem: AssignmentProblem, { mentees, mentors }: PeopleIndex): InputProblem[] {
  const found: InputProblem[] = [];
  if (mentees.size < problem.mentees.length)
    problem.mentees.forEach(({ id: menteeId }, index) => {
      if (mentees.get(menteeId) !== index)
        found.push({
          code: 'duplicate-id',
          message: `Mentee ${menteeId} is listed twice: remove one.`,
          menteeId,
        });
    });
  if (mentors.size < problem.mentors.length)
    problem.mentors.forEach(({ id: mentorId }, index) => {
      if (mentors.get(mentorId) !== index)
        found.push({
          code: 'duplicate-id',
          message: `Mentor ${mentorId} is listed twice: remove one.`,
          mentorId,
        });
    });
  for (const pair of [...problem.locks, ...problem.forbidden])
    if (!mentees.has(pair.menteeId) || !mentors.has(pair.mentorId))
      found.push({
        code: 'unknown-person',
        message: `The locked or forbidden pair ${pair.menteeId} with ${pair.mentorId} names somebody who is not in the cohort: remove it.`,
        ...pair,
      });
  return found;
}

function checkLocks(problem: AssignmentProblem, { mentees, mentors }: PeopleIndex): InputProblem[] {
  const found: InputProblem[] = [];
  const forbidden = new Set(problem.forbidden.map(pairKey));
  const locks = distinctPairs(problem.locks);
  const row = new Int32Array(problem.mentors.length);
  const held = { mentee: new Map<string, number>(), mentor: new Map<string, number>() };
  for (const lock of locks) {
    const { menteeId, mentorId } = lock;
    const name = `The locked pair ${menteeId} with ${mentorId}`;
    if (forbidden.has(pairKey(lock)))
      found.push({
        code: 'lock-forbidden',
        message: `${name} is also forbidden: remove the lock or the ban.`,
        ...lock,
      });
    problem.scoreRow(mentees.get(menteeId) ?? 0, row);
    if ((row[mentors.get(mentorId) ?? 0] ?? INFEASIBLE) <= INFEASIBLE)
      found.push({
        code: 'lock-infeasible',
        message: `${name} breaks a hard rule: remove the lock.`,
        ...lock,
      });
    held.mentee.set(menteeId, (held.mentee.get(menteeId) ?? 0) + 1);
    held.mentor.set(mentorId, (held.mentor.get(mentorId) ?? 0) + 1);
  }
  for (const { id: menteeId, demand = 1 } of problem.mentees)
    if ((held.mentee.get(menteeId) ?? 0) > demand)
      found.push({
        code: 'lock-over-demand',
        message: `Mentee ${menteeId} has more locked pairs than the ${demand} wanted: remove locks.`,
        menteeId,
      });
  for (const { id: mentorId, capacity } of problem.mentors)
    if ((held.mentor.get(mentorId) ?? 0) > capacity)
      found.push({
        code: 'lock-over-capacity',
        message: `Mentor ${mentorId} has more locked pairs than the ${capacity} places: remove locks or add places.`,
        mentorId,
      });
  return found;
}

function isWhole(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= most;
}
