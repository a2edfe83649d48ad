import { COMPARABLE_ANSWERS, stylePoints, unansweredPoints } from '../features/style.feature.js';
import type { Arena } from './arena.js';
import type { StyleCode, StyleNames } from './encode-side.js';
import type { PackedStyle } from './packed-people.js';

const ITEMS_A_WORD = 8;
const BITS_A_WORD = 32;
const QUARTERS = 4;

/** How the answers of these people are laid out, and the points of every outcome. */
export function packStyle(names: StyleNames, outOf: number, arena: Arena): PackedStyle {
  const itemWords = Math.ceil(names.items.size / ITEMS_A_WORD);
  const valueWords = Math.ceil(names.values.size / BITS_A_WORD);
  const width = names.items.size + 2;
  const points = arena.int32((QUARTERS * width + 1) * width);
  points.fill(unansweredPoints(outOf));
  for (let answers = COMPARABLE_ANSWERS; answers < width; answers += 1) {
    for (let quarters = 0; quarters <= QUARTERS * answers; quarters += 1) {
      points[quarters * width + answers] = stylePoints(outOf, quarters, answers);
    }
  }
  return {
    itemWords,
    valueWords,
    values: names.values.size,
    stride: 2 * itemWords + valueWords,
    points,
    width,
  };
}

/**
 * Writes one person's answers. A step s is s − 1 ones of four bits, so that two steps differ by the bits that differ; an answered
 * item has four ones in the word of its item, `itemWords` further on.
 */
export function writeStyle(code: StyleCode, { itemWords }: PackedStyle, words: Int32Array, at: number): void {
  for (let k = 0; k < code.items.length; k += 2) {
    const item = code.items[k] ?? 0;
    const word = at + Math.floor(item / ITEMS_A_WORD);
    const shift = QUARTERS * (item % ITEMS_A_WORD);
    words[word] = (words[word] ?? 0) | (((1 << ((code.items[k + 1] ?? 1) - 1)) - 1) << shift);
    words[word + itemWords] = (words[word + itemWords] ?? 0) | (15 << shift);
  }
  for (const value of code.values) {
    const word = at + 2 * itemWords + Math.floor(value / BITS_A_WORD);
    words[word] = (words[word] ?? 0) | (1 << (value % BITS_A_WORD));
  }
}
