import { compareIds } from '../compare-ids.js';
import type { Ledger } from '../ledger.js';
import { menteesInOrder, placePosition } from '../standing-order.js';
import type { PairChange, ResidualGraph, WantedPair } from './residual-graph.js';

/** What making a pair changes for the others. */
export interface PairCost {
  /** Pairs lost. */
  readonly pairs: number;
  /**
   * Points that the total of the scores falls; negative when it rises, because the places would go to other people, or
   * because fewer pairs of an earlier round stay.
   */
  readonly points: number;
  /**
   * Pairs of an earlier round that stay fewer, negative when more do; 0 without a penalty for breaking them. Each weighs
   * as much as the penalty in points: of two ways that lose the same together, either may be told.
   */
  readonly earlier: number;
  /** Mentees who would have fewer mentors than now, sorted by id. */
  readonly losing: readonly string[];
  /** Mentees who would have more, sorted by id. */
  readonly gaining: readonly string[];
}

/**
 * The optimum less the best matching that holds a pair: the cheapest way, from the mentor to the mentee, of making
 * room for it. One more unit of flow along a shortest path of the residual network leaves the flow optimal (Busacker and
 * Gowen 1960), so nothing has to be solved again.
 *
 * With the people given by the order, a way is looked for first that leaves everybody's places as they are. Where there
 * is none somebody has to lose a place: then the last in the order among those from whom it can be taken, and the first
 * who can get one for it. The two ways, to the one and from the other, have nobody in common, or there had been a way
 * without both; so each is cheapest by itself.
 */
export function pairCost(graph: ResidualGraph, wanted: WantedPair, score: number): PairCost {
  const target = graph.menteeNode(wanted.mentee);
  const made = { ...wanted, score, made: true };
  if (graph.search(wanted.mentor, target, wanted))
    return costOf(graph.ledger, [made, ...graph.pathTo(target)]);
  const order = new PlaceOrder(graph.ledger);
  const losing = order.lastOf(graph.menteesReached());
  if (losing === null)
    throw new Error('The pair can not be made by any way: the result is not of this problem.');
  const away = graph.pathTo(graph.menteeNode(losing));
  const gaining = graph.firstToReach(order.waiting(), wanted.mentee, wanted);
  graph.search(gaining === null ? graph.hub : graph.menteeNode(gaining), target, wanted);
  return costOf(graph.ledger, [made, ...away, ...graph.pathTo(target)]);
}

function costOf(ledger: Ledger, changes: readonly PairChange[]): PairCost {
  const places = new Map<number, number>();
  let pairs = 0;
  let points = 0;
  let earlier = 0;
  for (const { mentee, mentor, score, made } of changes) {
    const sign = made ? 1 : -1;
    pairs -= sign;
    points -= sign * score;
    if (ledger.extraOf(mentee, mentor) > 0) earlier -= sign;
    places.set(mentee, (places.get(mentee) ?? 0) + sign);
  }
  const whose = (sign: number): string[] =>
    [...places]
      .filter(([, change]) => change * sign > 0)
      .map(([mentee]) => ledger.problem.mentees[mentee]?.id ?? '')
      .sort(compareIds);
  // Not −0.
  return { pairs: pairs + 0, points: points + 0, earlier: earlier + 0, losing: whose(-1), gaining: whose(1) };
}

/** Places by their position in the order in which they are given. */
class PlaceOrder {
  private readonly standing: Int32Array;

  constructor(private readonly ledger: Ledger) {
    const { mentees } = ledger.problem;
    this.standing = new Int32Array(mentees.length);
    menteesInOrder(ledger.problem).forEach((mentee, at) => (this.standing[mentee] = at));
  }

  /** Among some mentees with places the one whose last place comes last. */
  lastOf(mentees: readonly number[]): number | null {
    let last: number | null = null;
    let latest = -1;
    for (const mentee of mentees) {
      const position = this.position(mentee, 0);
      if (position <= latest) continue;
      latest = position;
      last = mentee;
    }
    return last;
  }

  /** Mentees who want more, by the position of their next place. */
  waiting(): number[] {
    const { ledger } = this;
    return Array.from(this.standing, (_, mentee) => mentee)
      .filter((mentee) => ledger.degreeOf(mentee) < ledger.needOf(mentee))
      .sort((a, b) => this.position(a, 1) - this.position(b, 1));
  }

  private position(mentee: number, more: number): number {
    const nth = (this.ledger.given[mentee]?.size ?? 0) + more;
    return placePosition(nth, this.standing[mentee] as number, this.standing.length);
  }
}
