import { SeededRandom } from '../../../test/support/assignment/seeded-random.js';
import { PlainRowScan, rowScan, type RowScan, WasmRowScan } from './check-rows-scan.js';

/** Rows whose length is no multiple of anything, with scores that are out of range now and then. */
function randomCase(random: SeededRandom): {
  scans: readonly [RowScan, RowScan];
  scores: Int32Array;
  prices: Float64Array;
} {
  const count = random.whole(0, 45);
  const mentors = Array.from({ length: count }, (_, index) => ({ id: `o${index}`, capacity: 1 }));
  const odd = random.whole(0, 4) === 0 ? 2 ** 31 - 1 : 10_000;
  const scores = Int32Array.from(mentors, () =>
    random.whole(0, 2) === 0 ? -1 : random.whole(odd > 10_000 ? -odd : 0, odd),
  );
  const prices = Float64Array.from(mentors, () => random.whole(0, 2 ** 40));
  return { scans: [new PlainRowScan(mentors), new WasmRowScan(mentors, prices)], scores, prices };
}

function figuresOf(scan: RowScan): object {
  const { lowest, highest, feasible, digest, row } = scan;
  return { lowest, highest, feasible, digest: [...digest], row: [...row] };
}

describe('rowScan', () => {
  it('finds the same with WebAssembly and without', () => {
    for (let run = 0; run < 500; run++) {
      const random = new SeededRandom(run);
      const { scans, scores } = randomCase(random);
      const least = random.whole(0, 9_000);
      const [plain, wasm] = scans.map((scan) => {
        scan.row.set(scores);
        scan.look();
        const before = figuresOf(scan);
        scan.clip(least);
        return { run, before, after: [...scan.row] };
      });
      expect(wasm).toEqual(plain);
    }
  });

  it('knows whether a pair is worth more than its prices', () => {
    const seen = new Set<boolean>();
    for (let run = 0; run < 500; run++) {
      const random = new SeededRandom(1_000 + run);
      const { scans, scores, prices } = randomCase(random);
      const [weight, least] = [random.whole(1, 2 ** 30), random.whole(0, 9_000)];
      const own = Math.max(0, ...Array.from(scores, (score, at) => weight * score - (prices[at] ?? 0)));
      scans[1].row.set(scores);
      for (const price of [own - 1, own]) {
        const over = scores.some(
          (score, at) => score >= least && weight * score - (prices[at] as number) - price > 0,
        );
        expect([run, scans[1].mayExceed(weight, price, least)]).toEqual([run, over]);
        seen.add(over);
      }
    }
    expect(seen.size).toBe(2);
  });

  it('uses WebAssembly where there are many mentors', () => {
    const mentors = Array.from({ length: 600 }, (_, index) => ({ id: `o${index}`, capacity: 1 }));
    expect(rowScan(mentors, null)).toBeInstanceOf(WasmRowScan);
    expect(rowScan(mentors.slice(0, 100), null)).toBeInstanceOf(PlainRowScan);
  });
});
