import { compareIds } from './compare-ids.js';
import { idOrder } from './id-order.js';

/** Where each person stands in a list, by ids in order: made sooner than a map, and quick for ids that come in order. */
export class SortedIndex {
  /** Places in the list, in the order of the ids; the first place first when an id is listed twice. */
  readonly order: Int32Array;
  /** How many different ids there are. */
  readonly size: number;
  private readonly ids: readonly string[];
  private last = 0;

  constructor(people: readonly { readonly id: string }[]) {
    this.ids = people.map(({ id }) => id);
    this.order = idOrder(this.ids);
    let repeated = 0;
    for (let nth = 1; nth < this.order.length; nth++) if (this.idAt(nth) === this.idAt(nth - 1)) repeated++;
    this.size = this.order.length - repeated;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** The place of an id, the first one when it is listed twice. */
  get(id: string): number | undefined {
    const { last, order } = this;
    const nth = this.idAt(last) === id ? last : this.idAt(last + 1) === id ? last + 1 : this.search(id);
    if (this.idAt(nth) !== id) return undefined;
    this.last = nth;
    return order[nth];
  }

  /** How many ids come before one. */
  private search(id: string): number {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareIds(this.idAt(middle) as string, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private idAt(nth: number): string | undefined {
    return this.ids[this.order[nth] as number];
  }
}
