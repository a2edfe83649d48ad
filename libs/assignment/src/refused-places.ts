import type { Ledger } from './ledger.js';
import { menteesInOrder, placePosition } from './standing-order.js';

/** The places that were refused, by their position in the order of places. */
export class RefusedPlaces {
  private readonly positions: readonly number[];
  private readonly standing: Int32Array;

  constructor(private readonly ledger: Ledger) {
    const { mentees } = ledger.problem;
    this.standing = new Int32Array(mentees.length);
    menteesInOrder(ledger.problem).forEach((mentee, at) => (this.standing[mentee] = at));
    this.positions = mentees
      .flatMap((_, mentee) => {
        const got = ledger.given[mentee]?.size ?? 0;
        const missing = ledger.demandOf(mentee) - got;
        return Array.from({ length: missing }, (__, more) => this.position(mentee, got + 1 + more));
      })
      .sort((a, b) => a - b);
  }

  /**
   * How many more places at a mentor are enough for a mentee's first refused place to be granted: one for each place
   * refused between the mentor's closing and this one. (Whoever was refused before the closing can't reach the mentor,
   * so takes none of them.)
   *
   * @param closedAt closing position of the mentor, from the certificate
   */
  placesNeeded(mentee: number, closedAt: number): number {
    const mine = this.position(mentee, (this.ledger.given[mentee]?.size ?? 0) + 1);
    return this.countBelow(mine + 1) - this.countBelow(closedAt);
  }

  private position(mentee: number, nth: number): number {
    return placePosition(nth, this.standing[mentee] ?? 0, this.standing.length);
  }

  private countBelow(position: number): number {
    let low = 0;
    let high = this.positions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.positions[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
