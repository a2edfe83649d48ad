/** A heap of numbers, the least on top. */
export class KeyHeap {
  private readonly keys: number[] = [];

  get size(): number {
    return this.keys.length;
  }

  /** The least number; there must be one. */
  get least(): number {
    return this.keys[0] as number;
  }

  values(): readonly number[] {
    return this.keys;
  }

  add(key: number): void {
    const { keys } = this;
    let at = keys.length;
    keys.push(key);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((keys[above] as number) <= key) break;
      keys[at] = keys[above] as number;
      at = above;
    }
    keys[at] = key;
  }

  /** Puts a number in the place of the least. @returns the least */
  replaceLeast(key: number): number {
    const { keys } = this;
    const least = keys[0] as number;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= keys.length) break;
      if (below + 1 < keys.length && (keys[below + 1] as number) < (keys[below] as number)) below++;
      if ((keys[below] as number) >= key) break;
      keys[at] = keys[below] as number;
      at = below;
    }
    keys[at] = key;
    return least;
  }
}
