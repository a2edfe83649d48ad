import { matrixProblem } from '../../../../test/support/assignment/matrix-problem.js';
import { SeededRandom } from '../../../../test/support/assignment/seeded-random.js';
import { type Following, bestPairs, pairsAfterAuction } from './best-pairs.js';
import { Book } from './book.js';
import { centrePrices } from './centre-prices.js';
import { listStore } from './list-store.js';
import type { Market } from './market.js';
import { Prices } from './prices.js';
import { ShortLists } from './short-lists.js';
import { ValueRows } from './value-rows.js';

const quietly: Following = {
  check: () => undefined,
  onProgress: () => undefined,
  allocate: (bytes) => new ArrayBuffer(bytes),
};

interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly mostUnits: number;
  readonly mostRoom: number;
  /** Everybody wants the same columns. */
  readonly contested: boolean;
  readonly feasible: number;
  readonly pairWeight: number;
}

function marketOf(random: SeededRandom, shape: Shape): Market {
  const { rows, columns, contested, feasible, pairWeight } = shape;
  const fame = Array.from({ length: columns }, () => random.whole(0, 9_000));
  const matrix = Array.from({ length: rows }, () => {
    const keen = random.whole(1, 10) / 10;
    return fame.map((known) => {
      if (!random.chance(feasible)) return -1;
      return contested ? Math.floor(known * keen) + random.whole(0, 300) : random.whole(0, 10_000);
    });
  });
  const problem = matrixProblem(matrix);
  const of = {
    side: 'mentees' as const,
    rowAt: Int32Array.from(matrix, (_, at) => at),
    columnAt: Int32Array.from(fame, (_, at) => at),
    excluded: new Map<number, readonly number[]>(),
  };
  const units = Int32Array.from(matrix, () => random.whole(0, shape.mostUnits));
  const room = Int32Array.from(fame, () => random.whole(0, shape.mostRoom));
  // An auction is for rows that have no more places between them than the columns.
  for (let column = 0; sum(room) < sum(units); column = (column + 1) % columns)
    room[column] = (room[column] ?? 0) + 1;
  const values = new ValueRows(problem, of);
  return { units, room, values, pairWeight, scoreWeight: 1, mayDrop: true };
}

function sum(numbers: Int32Array): number {
  return numbers.reduce((all, number) => all + number, 0);
}

function bySearch(market: Market): Book {
  const store = listStore(market, quietly.allocate);
  const prices = new Prices(market, store);
  return bestPairs(market, new Book(market, prices), new ShortLists(market, store), quietly);
}

/** What the pairs are worth, and whatever shows that the prices do not prove it to be the most. */
function judged(market: Market, book: Book): { readonly worth: number; readonly faults: readonly string[] } {
  const { units, room, values, pairWeight, scoreWeight } = market;
  const faults: string[] = [];
  const used = new Int32Array(room.length);
  let worth = 0;
  for (let row = 0; row < units.length; row++) {
    const first = book.slotStart[row] ?? 0;
    const taken = book.taken[row] ?? 0;
    const held = new Set(book.slotColumn.subarray(first, first + taken));
    const price = book.rowPrice[row] ?? 0;
    if (held.size !== taken || taken > (units[row] ?? 0)) faults.push(`row ${row} has too many`);
    if (price < 0 || (price > 0 && taken < (units[row] ?? 0))) faults.push(`price of row ${row}`);
    values.load(row).forEach((value, column) => {
      const left = pairWeight + scoreWeight * value - (book.prices.exact[column] ?? 0);
      if (held.has(column)) {
        worth += pairWeight + scoreWeight * value;
        used[column] = (used[column] ?? 0) + 1;
        if (value < 0 || left < price) faults.push(`pair ${row} ${column}`);
      } else if (value >= 0 && left > price) faults.push(`missed ${row} ${column}`);
    });
  }
  room.forEach((places, column) => {
    const price = book.prices.exact[column] ?? 0;
    if ((used[column] ?? 0) > places) faults.push(`column ${column} has too many`);
    if (price < 0 || (price > 0 && (used[column] ?? 0) < places)) faults.push(`price of column ${column}`);
  });
  return { worth, faults };
}

describe('pairsAfterAuction', () => {
  it('proves itself, and is worth what a search without an auction finds', () => {
    for (let run = 0; run < 1_500; run++) {
      const random = new SeededRandom(run);
      const market = marketOf(random, {
        rows: random.whole(1, 14),
        columns: random.whole(1, 12),
        mostUnits: random.whole(1, 3),
        mostRoom: random.whole(1, 3),
        contested: random.chance(0.6),
        feasible: random.chance(0.5) ? 1 : 0.4,
        pairWeight: random.chance(0.5) ? 0 : 10_000_000,
      });
      const plain = judged(market, bySearch(market));
      expect({ run, ...plain }).toEqual({ run, worth: plain.worth, faults: [] });
      expect({ run, ...judged(market, pairsAfterAuction(market, quietly)) }).toEqual({ run, ...plain });
    }
  });

  it('does so for more rows than a list has entries', () => {
    for (const contested of [true, false]) {
      const shape = {
        rows: 130,
        columns: 110,
        mostUnits: 2,
        mostRoom: 3,
        feasible: 0.8,
        pairWeight: 10 ** 7,
      };
      const market = marketOf(new SeededRandom(7), { ...shape, contested });
      const plain = judged(market, bySearch(market));
      expect(plain.faults).toEqual([]);
      expect(judged(market, pairsAfterAuction(market, quietly))).toEqual(plain);
    }
  });
});

describe('centrePrices', () => {
  it('raises prices and proves the same pairs', () => {
    let raised = 0;
    for (let run = 0; run < 1_500; run++) {
      const random = new SeededRandom(run);
      const market = marketOf(random, {
        rows: random.whole(1, 14),
        columns: random.whole(1, 12),
        mostUnits: random.whole(1, 3),
        mostRoom: random.whole(1, 3),
        contested: random.chance(0.6),
        feasible: random.chance(0.5) ? 1 : 0.4,
        pairWeight: random.chance(0.5) ? 0 : 10_000_000,
      });
      const store = listStore(market, quietly.allocate);
      const lists = new ShortLists(market, store);
      const book = bestPairs(market, new Book(market, new Prices(market, store)), lists, quietly);
      const before = judged(market, book);
      const lowest = book.prices.exact.slice();
      centrePrices(market, book, lists);
      if (lowest.some((price, column) => (book.prices.exact[column] as number) > price)) raised++;
      expect(lowest.every((price, column) => (book.prices.exact[column] as number) >= price)).toBe(true);
      expect({ run, ...judged(market, book) }).toEqual({ run, ...before });
    }
    expect(raised).toBeGreaterThan(500);
  });

  it('does so with lists that are shorter than rows', () => {
    const shape = { rows: 130, columns: 110, mostUnits: 2, mostRoom: 3, feasible: 0.8, pairWeight: 10 ** 7 };
    for (const contested of [true, false])
      for (let seed = 0; seed < 20; seed++) {
        const market = marketOf(new SeededRandom(seed), { ...shape, contested });
        const store = listStore(market, quietly.allocate);
        const lists = new ShortLists(market, store);
        const book = bestPairs(market, new Book(market, new Prices(market, store)), lists, quietly);
        const before = judged(market, book);
        centrePrices(market, book, lists);
        expect(judged(market, book)).toEqual(before);
      }
  });
});
