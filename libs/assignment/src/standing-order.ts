import { compareIds } from './compare-ids.js';
import { Lottery } from './lottery.js';
import type { AssignmentProblem, MenteeSpec, MentorSpec } from './problem.js';

/**
 * Indices of the mentees in the order in which they come to a place: rounds waited and priority (most first) when the
 * order is `waited`, then the lottery, then the id.
 */
export function menteesInOrder(
  problem: Pick<AssignmentProblem, 'seed' | 'objective' | 'order'> & {
    readonly mentees: readonly Pick<MenteeSpec, 'id' | 'roundsWaited' | 'priority'>[];
  },
): Int32Array {
  const people = problem.mentees;
  const tickets = ticketsOf(people, new Lottery(problem.seed, 'mentee'));
  const byTicket = ticketOrder(people, tickets);
  if (!placesGoByOrder(problem)) return inOrder(people.length, byTicket);
  const waited = Float64Array.from(people, ({ roundsWaited = 0 }) => roundsWaited);
  const priority = Float64Array.from(people, (person) => person.priority ?? 0);
  return inOrder(
    people.length,
    (a, b) =>
      (waited[b] as number) - (waited[a] as number) ||
      (priority[b] as number) - (priority[a] as number) ||
      byTicket(a, b),
  );
}

/** Indices of the mentors by lottery, then id: which of two equally good mentors is tried first. */
export function mentorsInOrder(problem: {
  readonly mentors: readonly Pick<MentorSpec, 'id'>[];
  readonly seed: string;
}): Int32Array {
  const people = problem.mentors;
  const tickets = ticketsOf(people, new Lottery(problem.seed, 'mentor'));
  return inOrder(people.length, ticketOrder(people, tickets));
}

type People = readonly { readonly id: string }[];
type Order = (a: number, b: number) => number;

function ticketsOf(people: People, lottery: Lottery): Float64Array {
  const tickets = new Float64Array(people.length);
  people.forEach(({ id }, index) => (tickets[index] = lottery.ticket(id)));
  return tickets;
}

function ticketOrder(people: People, tickets: Float64Array): Order {
  const idOf = (index: number): string => people[index]?.id ?? '';
  return (a, b) => (tickets[a] as number) - (tickets[b] as number) || compareIds(idOf(a), idOf(b));
}

/** Indices in an order; often they are in it already. */
function inOrder(count: number, order: Order): Int32Array {
  const indices = new Int32Array(count);
  let isInOrder = true;
  for (let index = 0; index < count; index++) {
    indices[index] = index;
    isInOrder &&= index === 0 || order(index - 1, index) <= 0;
  }
  return isInOrder ? indices : indices.sort(order);
}

/** Whether the order decides who gets a place, and not the score. */
export function placesGoByOrder(problem: Pick<AssignmentProblem, 'objective' | 'order'>): boolean {
  return (problem.objective === 'coverage' || problem.objective === 'fair') && problem.order === 'waited';
}

/**
 * Position of a mentee's nth place (from 1) in the order of places: all first places come before all second ones.
 *
 * @param standing position of the mentee in {@link menteesInOrder}, from 0
 */
export function placePosition(nth: number, standing: number, mentees: number): number {
  return (nth - 1) * mentees + standing;
}
