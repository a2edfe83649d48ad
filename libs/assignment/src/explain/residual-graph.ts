import { EventHeap } from '../event-heap.js';
import { FreeRows } from '../free-rows.js';
import type { Ledger } from '../ledger.js';
import type { PairWeights } from '../pair-weights.js';
import type { Prices } from '../prices-of.js';

const NOBODY = -1;

/** The pair that is to be made, by position: no path goes over it. */
export interface WantedPair {
  readonly mentee: number;
  readonly mentor: number;
}

/** One step of a path: a pair that is made, or one that is given up. */
export interface PairChange {
  readonly mentee: number;
  readonly mentor: number;
  readonly score: number;
  readonly made: boolean;
}

/**
 * How a matching can be changed pair by pair (the residual network of Ahuja, Magnanti and Orlin 1993, chapters 2 and 9).
 * From a mentee one goes to a mentor by making their pair, from a mentor to a mentee by giving theirs up; the hub stands
 * for places that nobody has. The certificate's prices are potentials under which no step costs less than nothing, so
 * that shortest paths are found by Dijkstra's method; rows are scored only when a path comes to them.
 *
 * Nodes are numbered: mentors, then mentees, then the hub.
 */
export class ResidualGraph {
  readonly hub: number;
  readonly distance: Float64Array;
  private readonly from: Int32Array;
  private readonly done: Uint8Array;
  private readonly mentors: number;
  private readonly mentees: number;
  private readonly menteePrice: Float64Array;
  private readonly mentorPrice: Float64Array;
  /** Mentees of each mentor beyond the locked ones. */
  private readonly holders: readonly number[][];
  private readonly rows: FreeRows;
  private readonly row: Int32Array;
  private readonly heap = new EventHeap();
  private readonly open: Int32Array;
  private readonly queue: Int32Array;

  /** @param byOrder whether the people are given by the order of places, so that nobody's places may be exchanged freely */
  constructor(
    readonly ledger: Ledger,
    prices: Prices,
    private readonly weights: PairWeights,
    readonly byOrder: boolean,
  ) {
    const { problem } = ledger;
    this.mentors = problem.mentors.length;
    this.mentees = problem.mentees.length;
    this.hub = this.mentors + this.mentees;
    this.distance = new Float64Array(this.hub + 1);
    this.from = new Int32Array(this.hub + 1);
    this.done = new Uint8Array(this.hub + 1);
    this.open = new Int32Array(this.mentors);
    this.queue = new Int32Array(this.mentees);
    const menteePrices = new Map(prices.mentees.map(({ id, price }) => [id, price]));
    const mentorPrices = new Map(prices.mentors.map(({ id, price }) => [id, price]));
    this.menteePrice = Float64Array.from(problem.mentees, ({ id }) => menteePrices.get(id) ?? NaN);
    this.mentorPrice = Float64Array.from(problem.mentors, ({ id }) => mentorPrices.get(id) ?? 0);
    this.holders = problem.mentors.map(() => []);
    ledger.given.forEach((given, mentee) => {
      for (const [mentor, { locked }] of given) if (!locked) this.holders[mentor]?.push(mentee);
    });
    this.rows = new FreeRows(problem);
    this.row = this.rows.newRow();
  }

  menteeNode(mentee: number): number {
    return this.mentors + mentee;
  }

  /** Mentees whom the last search reached. */
  menteesReached(): number[] {
    const reached: number[] = [];
    for (let mentee = 0; mentee < this.mentees; mentee++)
      if (this.done[this.menteeNode(mentee)] === 1) reached.push(mentee);
    return reached;
  }

  /**
   * Finds the cheapest way from a node to another, or to all when there is none.
   *
   * @returns whether it was reached; {@link ResidualGraph.pathTo} tells the way
   */
  search(start: number, target: number, wanted: WantedPair): boolean {
    const { distance, done, heap } = this;
    distance.fill(Infinity);
    done.fill(0);
    heap.clear();
    distance[start] = 0;
    this.from[start] = NOBODY;
    heap.push(0, start);
    for (;;) {
      const node = heap.pop();
      if (node === NOBODY) return false;
      if (done[node] === 1) continue;
      done[node] = 1;
      if (node === target) return true;
      if (node === this.hub) this.leaveHub();
      else if (node < this.mentors) this.leaveMentor(node);
      else this.leaveMentee(node - this.mentors, wanted);
    }
  }

  /** The changes on the way that the last search found to a node. */
  pathTo(target: number): PairChange[] {
    const changes: PairChange[] = [];
    for (let node = target; ;) {
      const before = this.from[node] as number;
      if (before === NOBODY) return changes.reverse();
      if (node !== this.hub && before !== this.hub) {
        const made = node < this.mentors;
        const mentor = made ? node : before;
        const mentee = (made ? before : node) - this.mentors;
        changes.push({ mentee, mentor, score: this.scoreOf(mentee, mentor), made });
      }
      node = before;
    }
  }

  /**
   * The first of some mentees from whom a way leads to another, whatever it costs. Whoever was seen in vain is not looked
   * at again, so that all together cost one look at every pair.
   */
  firstToReach(mentees: readonly number[], target: number, wanted: WantedPair): number | null {
    const seen = new Uint8Array(this.mentees);
    const { open, queue, row } = this;
    let opens = 0;
    for (let mentor = 0; mentor < this.mentors; mentor++) open[opens++] = mentor;
    for (const start of mentees) {
      if (start === target) return start;
      if (seen[start] === 1) continue;
      seen[start] = 1;
      queue[0] = start;
      let size = 1;
      for (let at = 0; at < size; at++) {
        const mentee = queue[at] as number;
        this.rows.read(mentee, row);
        const given = this.ledger.given[mentee];
        let left = 0;
        for (let k = 0; k < opens; k++) {
          const mentor = open[k] as number;
          const closed =
            (row[mentor] as number) < 0 ||
            given?.has(mentor) === true ||
            (mentee === wanted.mentee && mentor === wanted.mentor);
          if (closed) {
            open[left++] = mentor;
            continue;
          }
          for (const holder of this.holders[mentor] ?? []) {
            if (holder === target) return start;
            if (seen[holder] === 1) continue;
            seen[holder] = 1;
            queue[size++] = holder;
          }
        }
        opens = left;
      }
    }
    return null;
  }

  private worth(mentee: number, mentor: number, score: number): number {
    return this.weights.pairWeight + this.weights.scoreWeight * (score + this.ledger.extraOf(mentee, mentor));
  }

  private scoreOf(mentee: number, mentor: number): number {
    const made = this.ledger.given[mentee]?.get(mentor);
    if (made !== undefined) return made.score;
    this.ledger.problem.scoreRow(mentee, this.row);
    return this.row[mentor] as number;
  }

  private relax(node: number, before: number, cost: number): void {
    const far = (this.distance[before] as number) + Math.max(0, cost);
    if (far >= (this.distance[node] as number)) return;
    this.distance[node] = far;
    this.from[node] = before;
    this.heap.push(far, node);
  }

  private leaveHub(): void {
    this.holders.forEach((held, mentor) => {
      if (held.length > 0) this.relax(mentor, this.hub, this.mentorPrice[mentor] as number);
    });
    if (this.byOrder) return;
    for (let mentee = 0; mentee < this.mentees; mentee++)
      if (this.ledger.degreeOf(mentee) < this.ledger.needOf(mentee))
        this.relax(this.menteeNode(mentee), this.hub, 0);
  }

  private leaveMentor(mentor: number): void {
    const held = this.holders[mentor] as number[];
    const price = this.mentorPrice[mentor] as number;
    if (held.length < this.ledger.roomOf(mentor)) this.relax(this.hub, mentor, 0);
    for (const mentee of held) {
      const score = this.ledger.given[mentee]?.get(mentor)?.score ?? 0;
      const cost = this.worth(mentee, mentor, score) - (this.menteePrice[mentee] as number) - price;
      this.relax(this.menteeNode(mentee), mentor, cost);
    }
  }

  private leaveMentee(mentee: number, wanted: WantedPair): void {
    const { row, mentorPrice } = this;
    const node = this.menteeNode(mentee);
    const given = this.ledger.given[mentee];
    this.rows.read(mentee, row);
    if (Number.isNaN(this.menteePrice[mentee])) this.menteePrice[mentee] = this.priceFrom(mentee);
    const price = this.menteePrice[mentee] as number;
    const reached = this.distance[node] as number;
    const earlier = this.ledger.hasEarlier(mentee);
    const { pairWeight, scoreWeight } = this.weights;
    for (let mentor = 0; mentor < row.length; mentor++) {
      const score = row[mentor] as number;
      if (score < 0) continue;
      const worth = earlier ? this.worth(mentee, mentor, score) : pairWeight + scoreWeight * score;
      const cost = price + (mentorPrice[mentor] as number) - worth;
      if (reached + cost >= (this.distance[mentor] as number) || given?.has(mentor) === true) continue;
      if (mentee !== wanted.mentee || mentor !== wanted.mentor) this.relax(mentor, node, cost);
    }
    if (!this.byOrder && this.ledger.degreeOf(mentee) > 0) this.relax(this.hub, node, price);
  }

  /** A price for somebody who has none in the certificate: such that none of their pairs is worth more than its prices. */
  private priceFrom(mentee: number): number {
    let price = 0;
    for (let mentor = 0; mentor < this.row.length; mentor++) {
      const score = this.row[mentor] as number;
      if (score >= 0)
        price = Math.max(price, this.worth(mentee, mentor, score) - (this.mentorPrice[mentor] as number));
    }
    return price;
  }
}
