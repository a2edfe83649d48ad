import { addToLane } from './lanes.js';
import type { Lanes } from './lanes.js';
import type { PackedSide, PackedStyle } from './packed-people.js';

const PICKS = 2;

/** Bits of a half word; a constant of this module is part of the compiled loop. */
const HALF = 16;

function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Adds what working style gives to the lanes of everybody from one position to another, who all answered. */
export type StyleStage = (head: number, from: number, to: number, lanes: Lanes) => void;

/** The fast way for eight questions and eight values at most, else the general one. */
export function styleStage(heads: PackedSide, lines: PackedSide, style: PackedStyle): StyleStage {
  if (style.itemWords <= 1 && style.values <= SHORT) return shortStyle(heads, lines, style);
  return (head, from, to, lanes) => {
    addStyle(heads, lines, style, head, from, to, lanes);
  };
}

/** Bits of a short answer. */
const SHORT = 8;
const SHORT_MASK = 255;

/** Answered items and, eight bits higher, values, by position. */
function shortAnswers(
  { count, style }: PackedSide,
  { itemWords, valueWords, stride }: PackedStyle,
): Int32Array {
  const answers = new Int32Array(count + 2);
  for (let at = 0; at < count; at += 1) {
    const own = at * stride;
    let word = valueWords === 0 ? 0 : (style[own + 2 * itemWords] ?? 0) << SHORT;
    for (let item = 0; item < SHORT * itemWords; item += 1) {
      word |= (((style[own + itemWords] ?? 0) >>> (4 * item)) & 1) << item;
    }
    answers[at] = word;
  }
  return answers;
}

function stepsOf({ count, style }: PackedSide, { itemWords, stride }: PackedStyle): Int32Array {
  const steps = new Int32Array(count + 2);
  if (itemWords === 0) return steps;
  for (let at = 0; at < count; at += 1) steps[at] = style[at * stride] ?? 0;
  return steps;
}

function shortStyle(heads: PackedSide, lines: PackedSide, style: PackedStyle): StyleStage {
  const { width } = style;
  const ownAnswers = shortAnswers(heads, style);
  const ownSteps = stepsOf(heads, style);
  const answers = shortAnswers(lines, style);
  const steps = stepsOf(lines, style);
  // By the eight items that both answered: four bits for each of them, and where the points of full agreement are.
  const spread = new Int32Array(SHORT_MASK + 1);
  const agreed = new Int32Array(SHORT_MASK + 1);
  // By the values of the other: how much further the points are for common values.
  const picked = new Int32Array(SHORT_MASK + 1);
  for (let mask = 0; mask <= SHORT_MASK; mask += 1) {
    for (let item = 0; item < SHORT; item += 1) {
      if (((mask >>> item) & 1) === 1) spread[mask] = (spread[mask] ?? 0) | (15 << (4 * item));
    }
    const count = bitsOf(mask);
    agreed[mask] = 4 * count * width + count;
  }
  return (head, from, to, lanes) => {
    const own = ownAnswers[head] ?? 0;
    const ownValues = own >>> SHORT;
    for (let values = 1; values < 1 << style.values; values += 1) {
      picked[values] = ownValues === 0 ? 0 : 1 + 2 * width * Math.min(PICKS, bitsOf(ownValues & values));
    }
    addShort(ownSteps[head] ?? 0, own, steps, answers, spread, agreed, picked, style, from, to, lanes);
  };
}

function addShort(
  ownSteps: number,
  own: number,
  steps: Int32Array,
  answers: Int32Array,
  spread: Int32Array,
  agreed: Int32Array,
  picked: Int32Array,
  { points, width }: PackedStyle,
  from: number,
  to: number,
  lanes: Lanes,
): void {
  // Two people of a word at a time; what somebody beside the stretch gets is of no account.
  for (let at = from & ~1; at < to; at += 2) {
    const left = placeOf(ownSteps, own, steps[at] ?? 0, answers[at] ?? 0, spread, agreed, picked, width);
    const right = placeOf(
      ownSteps,
      own,
      steps[at + 1] ?? 0,
      answers[at + 1] ?? 0,
      spread,
      agreed,
      picked,
      width,
    );
    lanes[at >> 1] = ((lanes[at >> 1] ?? 0) + (points[left] ?? 0) + ((points[right] ?? 0) << HALF)) | 0;
  }
}

function placeOf(
  ownSteps: number,
  own: number,
  steps: number,
  theirs: number,
  spread: Int32Array,
  agreed: Int32Array,
  picked: Int32Array,
  width: number,
): number {
  const both = own & theirs & SHORT_MASK;
  let bits = (ownSteps ^ steps) & (spread[both] ?? 0);
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  const differ = Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  return (agreed[both] ?? 0) + (picked[theirs >>> SHORT] ?? 0) - Math.imul(differ, width);
}

function addStyle(
  heads: PackedSide,
  lines: PackedSide,
  { itemWords, valueWords, stride, points, width }: PackedStyle,
  head: number,
  from: number,
  to: number,
  lanes: Lanes,
): void {
  const own = heads.style;
  const theirs = lines.style;
  const mine = head * stride;
  for (let at = from; at < to; at += 1) {
    const other = at * stride;
    // Four bits for each item that both answered, less those that differ.
    let asked = 0;
    let differ = 0;
    for (let k = 0; k < itemWords; k += 1) {
      const both = (own[mine + itemWords + k] ?? 0) & (theirs[other + itemWords + k] ?? 0);
      asked += bitsOf(both);
      differ += bitsOf(both & ((own[mine + k] ?? 0) ^ (theirs[other + k] ?? 0)));
    }
    let ownPicks = 0;
    let theirPicks = 0;
    let common = 0;
    for (let k = 2 * itemWords; k < 2 * itemWords + valueWords; k += 1) {
      const left = own[mine + k] ?? 0;
      const right = theirs[other + k] ?? 0;
      ownPicks |= left;
      theirPicks |= right;
      common += bitsOf(left & right);
    }
    let answers = asked >> 2;
    let quarters = asked - differ;
    if (ownPicks !== 0 && theirPicks !== 0) {
      answers += 1;
      quarters += 2 * Math.min(common, PICKS);
    }
    addToLane(lanes, at, points[quarters * width + answers] ?? 0);
  }
}
