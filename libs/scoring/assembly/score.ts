// AssemblyScript: compiled to WebAssembly by `npm run generate`, see docs/adr/0018-webassembly-for-inner-loops.md.

// Sums of people by position are half words, see `src/kernel/cells.ts`. Each function works on people in rounds and may touch as many
// beyond the last as a round has. Addresses are in bytes.

/** Bytes of a word of SIMD. */
const WORD = 16;

/** People in a round. */
const ROUND = 8;

const GROUND: i16 = 1 << 14;
const POINTS_MASK: i16 = GROUND - 1;

/** `NEVER_BIT` in every half word. */
function nevers(): v128 {
  return i16x8.splat(-32768);
}

/** Sums where a rule that forbids the pair stays. */
function joined(left: v128, right: v128): v128 {
  return v128.or(i16x8.add(left, right), v128.and(v128.or(left, right), nevers()));
}

/** Starts sums with the points that everybody has. */
export function start(sums: usize, count: i32, points: i32): void {
  const all = i16x8.splat(<i16>points);
  for (const end = sums + ((<usize>count) << 1); sums < end; sums += WORD) v128.store(sums, all);
}

/** Adds what is known by position. */
export function addLanes(sums: usize, lanes: usize, count: i32): void {
  for (const end = sums + ((<usize>count) << 1); sums < end; sums += WORD) {
    v128.store(sums, joined(v128.load(sums), v128.load(lanes)));
    lanes += WORD;
  }
}

/** Adds a cell to each person. @param places addresses of the cells, by position */
export function addCells(sums: usize, places: usize, count: i32): void {
  for (const end = sums + ((<usize>count) << 1); sums < end; sums += WORD) {
    let found = i16x8.splat(0);
    found = v128.load_lane<u16>(load<u32>(places), found, 0);
    found = v128.load_lane<u16>(load<u32>(places, 4), found, 1);
    found = v128.load_lane<u16>(load<u32>(places, 8), found, 2);
    found = v128.load_lane<u16>(load<u32>(places, 12), found, 3);
    found = v128.load_lane<u16>(load<u32>(places, 16), found, 4);
    found = v128.load_lane<u16>(load<u32>(places, 20), found, 5);
    found = v128.load_lane<u16>(load<u32>(places, 24), found, 6);
    found = v128.load_lane<u16>(load<u32>(places, 28), found, 7);
    v128.store(sums, joined(v128.load(sums), found));
    places += 4 * ROUND;
  }
}

/** Adds units of a byte each, up to the most that it holds. */
export function addUnits(units: usize, more: usize, count: i32): void {
  for (const end = units + <usize>count; units < end; units += WORD) {
    v128.store(units, i8x16.add_sat_u(v128.load(units), v128.load(more)));
    more += WORD;
  }
}

/** Adds the points of each person's units, which are bytes. */
export function addPoints(sums: usize, units: usize, points: usize, count: i32): void {
  for (const end = sums + ((<usize>count) << 1); sums < end; sums += WORD) {
    let found = i16x8.splat(0);
    found = v128.load_lane<u16>(points + ((<usize>load<u8>(units)) << 1), found, 0);
    found = v128.load_lane<u16>(points + ((<usize>load<u8>(units, 1)) << 1), found, 1);
    found = v128.load_lane<u16>(points + ((<usize>load<u8>(units, 2)) << 1), found, 2);
    found = v128.load_lane<u16>(points + ((<usize>load<u8>(units, 3)) << 1), found, 3);
    found = v128.load_lane<u16>(points + ((<usize>load<u8>(units, 4)) << 1), found, 4);
    found = v128.load_lane<u16>(points + ((<usize>load<u8>(units, 5)) << 1), found, 5);
    found = v128.load_lane<u16>(points + ((<usize>load<u8>(units, 6)) << 1), found, 6);
    found = v128.load_lane<u16>(points + ((<usize>load<u8>(units, 7)) << 1), found, 7);
    v128.store(sums, joined(v128.load(sums), found));
    units += ROUND;
  }
}

/** Adds the points of each person's units, which are half words. */
export function addLongPoints(sums: usize, units: usize, points: usize, count: i32): void {
  for (const end = sums + ((<usize>count) << 1); sums < end; sums += 2) {
    const left = <u32>load<u16>(sums);
    const right = <u32>load<u16>(points + ((<usize>load<u16>(units)) << 1));
    store<u16>(sums, (left + right) | ((left | right) & 0x8000));
    units += 2;
  }
}

/**
 * Adds what working style gives, by at most eight questions and eight values.
 *
 * @param steps   four bits for each question by position: as many ones as the step is above the first
 * @param asked   likewise: four ones for each question that was answered
 * @param answers a bit for each question that was answered and, eight bits higher, each value that was picked; half words by position
 * @param points  half words by `quarters × width + answers`
 */
export function addStyle(
  sums: usize,
  steps: usize,
  asked: usize,
  answers: usize,
  count: i32,
  ownSteps: i32,
  ownAsked: i32,
  ownAnswers: i32,
  points: usize,
  width: i32,
): void {
  const allSteps = i32x4.splat(ownSteps);
  const allAsked = i32x4.splat(ownAsked);
  const allAnswers = i16x8.splat(<i16>ownAnswers);
  const low = i16x8.splat(255);
  // Values count as one more answer when both picked some, and as two quarters for each of two at most.
  const answerable = i16x8.splat(ownAnswers >>> 8 == 0 ? 0 : 1);
  const two = i16x8.splat(2);
  const widths = i16x8.splat(<i16>width);
  for (const end = sums + ((<usize>count) << 1); sums < end; sums += WORD) {
    const theirs = v128.load(answers);
    const both = i8x16.popcnt(v128.and(theirs, allAnswers));
    const items = v128.and(both, low);
    const common = i16x8.min_s(i16x8.shr_u(both, 8), two);
    const picked = v128.and(i16x8.gt_u(theirs, low), answerable);
    const quarters = i16x8.sub(
      i16x8.add(i16x8.shl(items, 2), i16x8.shl(common, 1)),
      differing(steps, asked, allSteps, allAsked),
    );
    const places = i16x8.add(i16x8.mul(quarters, widths), i16x8.add(items, picked));
    v128.store(sums, i16x8.add(v128.load(sums), lookedUp(points, places)));
    steps += 2 * WORD;
    asked += 2 * WORD;
    answers += WORD;
  }
}

/** Quarters by which eight people differ from one, half words. */
function differing(steps: usize, asked: usize, ownSteps: v128, ownAsked: v128): v128 {
  const first = i8x16.popcnt(
    v128.and(v128.and(v128.load(asked), ownAsked), v128.xor(v128.load(steps), ownSteps)),
  );
  const second = i8x16.popcnt(
    v128.and(v128.and(v128.load(asked, WORD), ownAsked), v128.xor(v128.load(steps, WORD), ownSteps)),
  );
  return i16x8.extadd_pairwise_i8x16_u(
    i8x16.narrow_i16x8_u(i16x8.extadd_pairwise_i8x16_u(first), i16x8.extadd_pairwise_i8x16_u(second)),
  );
}

function lookedUp(table: usize, places: v128): v128 {
  let found = i16x8.splat(0);
  found = v128.load_lane<u16>(table + ((<usize>i16x8.extract_lane_u(places, 0)) << 1), found, 0);
  found = v128.load_lane<u16>(table + ((<usize>i16x8.extract_lane_u(places, 1)) << 1), found, 1);
  found = v128.load_lane<u16>(table + ((<usize>i16x8.extract_lane_u(places, 2)) << 1), found, 2);
  found = v128.load_lane<u16>(table + ((<usize>i16x8.extract_lane_u(places, 3)) << 1), found, 3);
  found = v128.load_lane<u16>(table + ((<usize>i16x8.extract_lane_u(places, 4)) << 1), found, 4);
  found = v128.load_lane<u16>(table + ((<usize>i16x8.extract_lane_u(places, 5)) << 1), found, 5);
  found = v128.load_lane<u16>(table + ((<usize>i16x8.extract_lane_u(places, 6)) << 1), found, 6);
  found = v128.load_lane<u16>(table + ((<usize>i16x8.extract_lane_u(places, 7)) << 1), found, 7);
  return found;
}

/** Adds factor times value to the help of listed people; positions and help have 32 bits, values 16. */
export function addHelp(help: usize, people: usize, values: usize, count: i32, factor: i32): void {
  const end = people + ((<usize>count) << 2);
  for (; people + 16 <= end; people += 16) {
    addShare(help, load<u32>(people), factor * <i32>load<u16>(values));
    addShare(help, load<u32>(people, 4), factor * <i32>load<u16>(values, 2));
    addShare(help, load<u32>(people, 8), factor * <i32>load<u16>(values, 4));
    addShare(help, load<u32>(people, 12), factor * <i32>load<u16>(values, 6));
    values += 8;
  }
  for (; people < end; people += 4) {
    addShare(help, load<u32>(people), factor * <i32>load<u16>(values));
    values += 2;
  }
}

function addShare(help: usize, at: u32, share: i32): void {
  const own = help + ((<usize>at) << 2);
  store<i32>(own, load<i32>(own) + share);
}

/** Likewise for people who are told by the bytes from the help of each to that of the next; `help` is that of the one before the first. */
export function addNearHelp(help: usize, steps: usize, values: usize, count: i32, factor: i32): void {
  const end = steps + <usize>count;
  for (; steps + 4 <= end; steps += 4) {
    help += <usize>load<u8>(steps);
    store<i32>(help, load<i32>(help) + factor * <i32>load<u16>(values));
    help += <usize>load<u8>(steps, 1);
    store<i32>(help, load<i32>(help) + factor * <i32>load<u16>(values, 2));
    help += <usize>load<u8>(steps, 2);
    store<i32>(help, load<i32>(help) + factor * <i32>load<u16>(values, 4));
    help += <usize>load<u8>(steps, 3);
    store<i32>(help, load<i32>(help) + factor * <i32>load<u16>(values, 6));
    values += 8;
  }
  for (; steps < end; steps++) {
    help += <usize>load<u8>(steps);
    store<i32>(help, load<i32>(help) + factor * <i32>load<u16>(values));
    values += 2;
  }
}

/** Added to a double, leaves it as a whole number in the low half. */
const WHOLE: f64 = 6755399441055744;

/**
 * Ends sums: adds the points of skills, and leaves the points of the pair or -1, which a round beyond the last have too. Clears the
 * help.
 *
 * @param help   32 bits by position
 * @param scales points for each unit of help, doubles
 * @param step   bytes between the scales of two people and those of the next two; 0 when everybody has the first
 * @param round  added to points before they are rounded
 * @param base   `GROUND` where nobody needs any, else 0
 */
export function finish(
  sums: usize,
  help: usize,
  scales: usize,
  step: usize,
  count: i32,
  round: f64,
  base: i32,
): void {
  const ground = i16x8.splat(GROUND);
  const mask = i16x8.splat(POINTS_MASK);
  const bases = i16x8.splat(<i16>base);
  const zero = i32x4.splat(0);
  const rounds = f64x2.splat(round);
  const last = sums + ((<usize>count) << 1);
  for (; sums < last; sums += WORD) {
    const left = v128.load(help);
    const right = v128.load(help, WORD);
    v128.store(help, zero);
    v128.store(help, zero, WORD);
    const first = pointsOf(left, scales, step, rounds);
    scales += 2 * step;
    const second = pointsOf(right, scales, step, rounds);
    scales += 2 * step;
    const helped = v128.and(i16x8.gt_s(i16x8.narrow_i32x4_s(left, right), zero), ground);
    const sum = v128.or(i16x8.add(v128.load(sums), i16x8.narrow_i32x4_s(first, second)), helped);
    v128.store(sums, v128.or(v128.and(sum, mask), i16x8.lt_s(v128.or(sum, bases), ground)));
    help += 2 * WORD;
  }
  v128.store(last, i16x8.splat(-1));
}

function pointsOf(help: v128, scales: usize, step: usize, rounds: v128): v128 {
  const low = f64x2.mul(f64x2.convert_low_i32x4_s(help), v128.load(scales));
  const high = f64x2.mul(
    f64x2.convert_low_i32x4_s(i32x4.shuffle(help, help, 2, 3, 2, 3)),
    v128.load(scales + step),
  );
  const whole = f64x2.splat(WHOLE);
  return i32x4.shuffle(
    f64x2.add(f64x2.add(low, rounds), whole),
    f64x2.add(f64x2.add(high, rounds), whole),
    0,
    2,
    4,
    6,
  );
}

/** Brings scores into the order of the input. @param places addresses of the scores, by person */
export function place(scores: usize, places: usize, count: i32): void {
  const end = scores + ((<usize>count) << 2);
  for (; scores + 16 <= end; scores += 16) {
    store<i32>(scores, load<i16>(load<u32>(places)));
    store<i32>(scores, load<i16>(load<u32>(places, 4)), 4);
    store<i32>(scores, load<i16>(load<u32>(places, 8)), 8);
    store<i32>(scores, load<i16>(load<u32>(places, 12)), 12);
    places += 16;
  }
  for (; scores < end; scores += 4) {
    store<i32>(scores, load<i16>(load<u32>(places)));
    places += 4;
  }
}
