import type { NearestPartner, Relaxation } from '../diagnosis.js';
import type { Ledger } from '../ledger.js';
import type { Prices } from '../prices-of.js';
import { pricesOf } from '../prices-of.js';
import { RefusedPlaces } from '../refused-places.js';
import { placesGoByOrder } from '../standing-order.js';

/** What a result says about the places of each mentor. */
export class PlaceFacts {
  /** Whether the order of waiting decided who gets a place. */
  readonly byOrder: boolean;
  private readonly facts: ReadonlyMap<string, { readonly price: number; readonly closedAt: number | null }>;
  private readonly refused: RefusedPlaces | null;
  private readonly prices: Prices | null;
  private readonly leastKept: ReadonlyMap<number, number> | null;

  constructor(private readonly ledger: Ledger) {
    const { problem, result } = ledger;
    this.byOrder = placesGoByOrder(problem);
    this.prices = pricesOf(result.certificate);
    this.facts = new Map(this.prices?.mentors.map((mentor) => [mentor.id, mentor]));
    this.refused = this.byOrder ? new RefusedPlaces(ledger) : null;
    this.leastKept = problem.objective === 'stable' ? leastKept(ledger) : null;
  }

  priceOf(mentor: number): NearestPartner['price'] {
    const { problem } = this.ledger;
    if (this.leastKept !== null) return this.leastKept.get(mentor) ?? null;
    if (this.byOrder || this.prices === null || problem.objective === 'fair') return null;
    if ((problem.mentors[mentor]?.capacity ?? 0) === 0) return null;
    const { pairWeight, scoreWeight } = this.prices;
    return Math.floor(((this.factsOf(mentor)?.price ?? 0) - pairWeight) / scoreWeight);
  }

  /**
   * The mentor where the fewest places more are enough; among equals the one with the best score. For somebody who
   * already has a mentor that was not locked, only what is certain: new places may go to others by way of the mentor
   * that this mentee gives up for them.
   *
   * @param row scores of the mentors whom the mentee may have and has not
   * @param nearest the one with the best score
   */
  fewestMore(
    mentee: number,
    row: Int32Array,
    nearest: { readonly mentorId: string } | undefined,
  ): Relaxation | null {
    const another = this.ledger.degreeOf(mentee) > 0;
    if (nearest === undefined) return null;
    if (this.refused === null)
      return another ? null : { kind: 'more-places', mentorId: nearest.mentorId, places: 1, reserved: true };
    let best: { readonly mentor: number; readonly places: number } | null = null;
    for (let mentor = 0; mentor < row.length; mentor++) {
      if ((row[mentor] as number) < 0) continue;
      const closedAt = this.factsOf(mentor)?.closedAt ?? null;
      const places = closedAt === null ? 1 : this.refused.placesNeeded(mentee, closedAt);
      if (best === null || places < best.places) best = { mentor, places };
      else if (places === best.places && this.isNearer(row, mentor, best.mentor)) best = { mentor, places };
    }
    if (best === null || (another && best.places > 1)) return null;
    return { kind: 'more-places', mentorId: this.idOf(best.mentor), places: best.places, reserved: false };
  }

  private isNearer(row: Int32Array, a: number, b: number): boolean {
    const more = (row[a] as number) - (row[b] as number);
    return more > 0 || (more === 0 && this.idOf(a) < this.idOf(b));
  }

  private idOf(mentor: number): string {
    return this.ledger.problem.mentors[mentor]?.id ?? '';
  }

  private factsOf(mentor: number): { readonly price: number; readonly closedAt: number | null } | undefined {
    return this.facts.get(this.idOf(mentor));
  }
}

/** The least score without a wish among the pairs of each full mentor that are not locked. */
function leastKept({ problem, given, taken }: Ledger): ReadonlyMap<number, number> {
  const least = new Map<number, number>();
  given.forEach((mentors, mentee) => {
    const { wishes = [] } = problem.mentees[mentee] ?? {};
    for (const [mentor, { mentorId, score, locked }] of mentors) {
      if (locked || (taken[mentor] ?? 0) < (problem.mentors[mentor]?.capacity ?? 0)) continue;
      const points = score - (wishes.find((wish) => wish.mentorId === mentorId)?.points ?? 0);
      least.set(mentor, Math.min(least.get(mentor) ?? Infinity, points));
    }
  });
  return least;
}
