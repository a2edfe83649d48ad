// AssemblyScript: compiled to WebAssembly by `npm run generate`, see docs/adr/0018-webassembly-for-inner-loops.md.

/** Bytes of a word of four scores. */
const WORD = 16;

/** What is written for a pair that can't be made. */
const INFEASIBLE = -1;

/**
 * Sums a row of scores up. Addresses are in bytes.
 *
 * @param row    scores, 32 bits each
 * @param first  factors of the first checksum, likewise
 * @param second those of the second
 * @param length scores, a multiple of 4
 * @param out    gets five words: two checksums, the lowest score (-1 at most), the highest (-1 at least), how many are not negative
 */
export function scan(row: usize, first: usize, second: usize, length: i32, out: usize): void {
  const zeros = i32x4.splat(0);
  let a = zeros;
  let b = zeros;
  let lowest = i32x4.splat(INFEASIBLE);
  let highest = lowest;
  let counts = zeros;
  const end = row + ((<usize>length) << 2);
  for (; row < end; row += WORD) {
    const scores = v128.load(row);
    a = i32x4.add(a, i32x4.mul(scores, v128.load(first)));
    b = i32x4.add(b, i32x4.mul(scores, v128.load(second)));
    lowest = i32x4.min_s(lowest, scores);
    highest = i32x4.max_s(highest, scores);
    // A comparison gives -1 where it holds.
    counts = i32x4.sub(counts, i32x4.ge_s(scores, zeros));
    first += WORD;
    second += WORD;
  }
  store<i32>(out, sum(a));
  store<i32>(out, sum(b), 4);
  store<i32>(out, lane(i32x4.min_s(lowest, halves(lowest)), true), 8);
  store<i32>(out, lane(i32x4.max_s(highest, halves(highest)), false), 12);
  store<i32>(out, sum(counts), 16);
}

/** Turns scores below `least` into that of a pair that can't be made. */
export function clip(row: usize, length: i32, least: i32): void {
  const limit = i32x4.splat(least);
  const none = i32x4.splat(INFEASIBLE);
  const end = row + ((<usize>length) << 2);
  for (; row < end; row += WORD) {
    const scores = v128.load(row);
    v128.store(row, v128.bitselect(none, scores, i32x4.lt_s(scores, limit)));
  }
}

/**
 * Whether a pair is worth more than its two prices.
 *
 * @param prices prices of the columns, 64 bits each
 * @param least  pairs with a lower score don't count
 */
export function exceeds(
  row: usize,
  prices: usize,
  length: i32,
  scoreWeight: f64,
  price: f64,
  least: f64,
): bool {
  const weights = f64x2.splat(scoreWeight);
  const own = f64x2.splat(price);
  const limit = f64x2.splat(least);
  const zeros = f64x2.splat(0);
  const end = row + ((<usize>length) << 2);
  let found = i32x4.splat(0);
  for (; row < end; row += 8) {
    const scores = f64x2.convert_low_i32x4_s(v128.load64_zero(row));
    const over = f64x2.sub(f64x2.sub(f64x2.mul(weights, scores), v128.load(prices)), own);
    found = v128.or(found, v128.and(f64x2.gt(over, zeros), f64x2.ge(scores, limit)));
    prices += WORD;
  }
  return v128.any_true(found);
}

function sum(words: v128): i32 {
  return (
    i32x4.extract_lane(words, 0) +
    i32x4.extract_lane(words, 1) +
    i32x4.extract_lane(words, 2) +
    i32x4.extract_lane(words, 3)
  );
}

/** The upper half in the place of the lower one. */
function halves(words: v128): v128 {
  return i32x4.shuffle(words, words, 2, 3, 2, 3);
}

/** The lower or the higher one of the first two. */
function lane(words: v128, lower: bool): i32 {
  const a = i32x4.extract_lane(words, 0);
  const b = i32x4.extract_lane(words, 1);
  return lower ? min(a, b) : max(a, b);
}
