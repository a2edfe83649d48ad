// AssemblyScript: compiled to WebAssembly by `npm run generate`, see docs/adr/0018-webassembly-for-inner-loops.md.

/** Columns looked at in one round: four words of four. */
const ROUND = 16;

/** Bytes of a word of four columns. */
const WORD = 16;

/**
 * Writes down the columns whose value less price is above a limit, the lowest first. Addresses are in bytes.
 *
 * @param values what each column is worth, 32 bits each
 * @param prices what each costs, likewise
 * @param length columns, a multiple of 16
 * @param most   most columns that `picked` takes
 * @returns how many there are; -1 when they are too many
 */
export function pick(values: usize, prices: usize, length: i32, limit: i32, picked: usize, most: i32): i32 {
  const limits = i32x4.splat(limit);
  let count = 0;
  for (let column = 0; column < length; column += ROUND) {
    const a = i32x4.gt_s(i32x4.sub(v128.load(values), v128.load(prices)), limits);
    const b = i32x4.gt_s(i32x4.sub(v128.load(values, WORD), v128.load(prices, WORD)), limits);
    const c = i32x4.gt_s(i32x4.sub(v128.load(values, 2 * WORD), v128.load(prices, 2 * WORD)), limits);
    const d = i32x4.gt_s(i32x4.sub(v128.load(values, 3 * WORD), v128.load(prices, 3 * WORD)), limits);
    values += 4 * WORD;
    prices += 4 * WORD;
    if (!v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) continue;
    if (count > most - ROUND) return -1;
    let above =
      i32x4.bitmask(a) | (i32x4.bitmask(b) << 4) | (i32x4.bitmask(c) << 8) | (i32x4.bitmask(d) << 12);
    for (; above != 0; above &= above - 1) {
      store<i32>(picked + ((<usize>count) << 2), column + ctz(above));
      count++;
    }
  }
  return count;
}

/** A limit that is this close to the best one is as good. */
const CLOSE = 16;

/**
 * A limit that about so many columns of a sample are above: the highest, less {@link CLOSE} at most.
 *
 * @param length  columns in the sample, a multiple of 4
 * @param highest no column is above it
 * @returns 0 when there are not so many
 */
export function limitWith(values: usize, prices: usize, length: i32, wanted: i32, highest: i32): i32 {
  let low = 0;
  let high = highest;
  while (high - low > CLOSE) {
    const limit = (low + high) >> 1;
    if (countAbove(values, prices, length, limit) >= wanted) low = limit;
    else high = limit;
  }
  return low;
}

function countAbove(values: usize, prices: usize, length: i32, limit: i32): i32 {
  const limits = i32x4.splat(limit);
  let counts = i32x4.splat(0);
  const end = values + ((<usize>length) << 2);
  for (; values < end; values += WORD) {
    // A comparison gives -1 where it holds.
    counts = i32x4.sub(counts, i32x4.gt_s(i32x4.sub(v128.load(values), v128.load(prices)), limits));
    prices += WORD;
  }
  return (
    i32x4.extract_lane(counts, 0) +
    i32x4.extract_lane(counts, 1) +
    i32x4.extract_lane(counts, 2) +
    i32x4.extract_lane(counts, 3)
  );
}
