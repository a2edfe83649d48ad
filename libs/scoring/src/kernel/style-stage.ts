import type { PackedSide, PackedStyle } from './packed-people.js';
import type { Room } from './room.js';
import type { Stage, Sums } from './stage.js';
import { addToSum } from './sums.js';

const PICKS = 2;

function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** What working style gives to a stretch of people who all answered, as the head did; the fast way where answers are short. */
export function styleStage(
  heads: PackedSide,
  lines: PackedSide,
  style: PackedStyle,
  room: Room,
  sums: Sums,
): Stage {
  if (style.itemWords <= 1 && style.values <= SHORT) return shortStyle(heads, lines, style, room, sums);
  return {
    prepare: () => undefined,
    add: (head, { from, to }) => {
      addStyle(heads, lines, style, head, from, to, sums.view);
    },
  };
}

/** Questions and values that are few enough for the fast way. */
const SHORT = 8;

/** By position what `addStyle` of the module takes. */
interface ShortAnswers {
  readonly steps: Int32Array;
  readonly asked: Int32Array;
  readonly answers: Uint16Array;
}

function shortAnswers(
  { count, style }: PackedSide,
  { itemWords, valueWords, stride }: PackedStyle,
): ShortAnswers {
  const short = {
    steps: new Int32Array(count),
    asked: new Int32Array(count),
    answers: new Uint16Array(count),
  };
  for (let at = 0; at < count; at += 1) {
    const own = at * stride;
    const asked = itemWords === 0 ? 0 : (style[own + itemWords] ?? 0);
    let answers = valueWords === 0 ? 0 : (style[own + 2 * itemWords] ?? 0) << SHORT;
    for (let item = 0; item < SHORT; item += 1) answers |= ((asked >>> (4 * item)) & 1) << item;
    short.steps[at] = itemWords === 0 ? 0 : (style[own] ?? 0);
    short.asked[at] = asked;
    short.answers[at] = answers;
  }
  return short;
}

function shortStyle(heads: PackedSide, lines: PackedSide, style: PackedStyle, room: Room, sums: Sums): Stage {
  const own = shortAnswers(heads, style);
  const theirs = shortAnswers(lines, style);
  const steps = room.copy(Int32Array, theirs.steps);
  const asked = room.copy(Int32Array, theirs.asked);
  const answers = room.copy(Uint16Array, theirs.answers);
  const points = room.copy(Uint16Array, style.points);
  return {
    prepare: () => undefined,
    add: (head, { from, to }) => {
      room.module.addStyle(
        sums.at + 2 * from,
        steps.at + 4 * from,
        asked.at + 4 * from,
        answers.at + 2 * from,
        to - from,
        own.steps[head] ?? 0,
        own.asked[head] ?? 0,
        own.answers[head] ?? 0,
        points.at,
        style.width,
      );
    },
  };
}

function addStyle(
  heads: PackedSide,
  lines: PackedSide,
  { itemWords, valueWords, stride, points, width }: PackedStyle,
  head: number,
  from: number,
  to: number,
  sums: Uint16Array,
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
    addToSum(sums, at, points[quarters * width + answers] ?? 0);
  }
}
