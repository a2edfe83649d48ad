import { EventHeap } from '../event-heap.js';
import { NONE } from './market.js';

/**
 * What a search has yet to look at, the nearest first. What is as near as the search has come needs no heap: it comes next, the
 * latest first, so that a way that costs nothing more is followed to its end before the others are looked at.
 */
export class SearchEvents {
  /** Distance of the event that came last. */
  near = 0;
  private readonly heap = new EventHeap();
  private readonly atOnce: number[] = [];
  private end = NONE;

  clear(): void {
    this.heap.clear();
    this.atOnce.length = 0;
    this.end = NONE;
    this.near = 0;
  }

  /** @param isEnd whether the search is over with this event, so that it comes before all that are as near */
  push(far: number, code: number, isEnd = false): void {
    if (far !== this.near) this.heap.push(far, code);
    else if (isEnd) this.end = code;
    else this.atOnce.push(code);
  }

  /** The next event; `-1` when there is none, which is infinitely far. */
  next(): number {
    if (this.end !== NONE) return this.end;
    const code = this.atOnce.pop();
    if (code !== undefined) return code;
    const nearest = this.heap.pop();
    this.near = this.heap.poppedKey;
    return nearest;
  }
}
