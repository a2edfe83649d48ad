import type { StyleFacts } from '../facts.js';
import { COMPARABLE_ANSWERS, stylePoints, unansweredPoints } from '../features/style.feature.js';
import { within } from '../integers.js';
import type { WorkingStyle } from '../profile.js';
import { Column } from './column.js';

/** Items and values that are told apart; a questionnaire has fewer. */
const ITEMS = 16;
const VALUES = 31;
/** Values that each may pick. */
const PICKS = 2;

/** The answers of all mentors about working style. */
export class StyleColumns {
  private readonly items = new Map<string, number>();
  private readonly values = new Map<string, number>();
  /** Steps 1..5 by item, 0 where there is no answer. */
  private steps = new Uint8Array(64 * ITEMS);
  private readonly picked = new Column();

  /** @returns false when the answers are too many to be kept here */
  set(slot: number, style: WorkingStyle | null | undefined): boolean {
    if ((slot + 1) * ITEMS > this.steps.length) {
      const wider = new Uint8Array(Math.max(2 * this.steps.length, (slot + 1) * ITEMS));
      wider.set(this.steps);
      this.steps = wider;
    }
    this.steps.fill(0, slot * ITEMS, (slot + 1) * ITEMS);
    this.picked.set(slot, 0);
    let picked = 0;
    for (const value of style?.values ?? []) {
      const id = numberOf(this.values, value, VALUES);
      if (id === -1) return false;
      picked |= 1 << id;
    }
    for (const [item, step] of Object.entries(style?.items ?? {})) {
      if (Number.isNaN(step)) continue;
      const id = numberOf(this.items, item, ITEMS);
      if (id === -1) return false;
      this.steps[slot * ITEMS + id] = within(step, 1, 5, 1);
    }
    this.picked.set(slot, picked);
    return true;
  }

  /** Adds the points by slot, as `styleFeature` gives them. */
  addPoints(style: StyleFacts | null, outOf: number, slots: number, points: Int32Array): void {
    const none = unansweredPoints(outOf);
    const asked: number[] = [];
    const answers: number[] = [];
    for (const [item, step] of style?.items ?? []) {
      const id = this.items.get(item);
      if (id === undefined) continue;
      asked.push(id);
      answers.push(step);
    }
    let mask = 0;
    for (const value of style?.values ?? []) {
      const id = this.values.get(value);
      if (id !== undefined) mask |= 1 << id;
    }
    const picks = (style?.values.size ?? 0) > 0;
    const most = asked.length + (picks ? 1 : 0);
    const picked = this.picked.values;
    for (let slot = 0; slot < slots; slot += 1) {
      let quarters = 0;
      let count = 0;
      if (most >= COMPARABLE_ANSWERS) {
        for (let at = 0; at < asked.length; at += 1) {
          const step = this.steps[slot * ITEMS + (asked[at] ?? 0)] ?? 0;
          if (step === 0) continue;
          quarters += 4 - Math.abs(step - (answers[at] ?? 0));
          count += 1;
        }
        const values = picked[slot] ?? 0;
        if (picks && values !== 0) {
          quarters += (4 / PICKS) * Math.min(bitsOf(values & mask), PICKS);
          count += 1;
        }
      }
      points[slot] =
        (points[slot] ?? 0) + (count >= COMPARABLE_ANSWERS ? stylePoints(outOf, quarters, count) : none);
    }
  }
}

/** The number of a name, or -1 when there are too many. */
function numberOf(known: Map<string, number>, name: string, most: number): number {
  const found = known.get(name);
  if (found !== undefined) return found;
  if (known.size >= most) return -1;
  known.set(name, known.size);
  return known.size - 1;
}

function bitsOf(mask: number): number {
  let bits = 0;
  for (let left = mask; left !== 0; left &= left - 1) bits += 1;
  return bits;
}
