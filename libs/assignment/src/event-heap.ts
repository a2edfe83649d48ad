/** A binary heap of whole numbers by key; among equal keys the lowest number comes first. */
export class EventHeap {
  private keys = new Float64Array(64);
  private codes = new Float64Array(64);
  private size = 0;
  /** Key of the entry that `pop` returned last. */
  poppedKey = Infinity;

  clear(): void {
    this.size = 0;
  }

  push(key: number, code: number): void {
    if (this.size === this.keys.length) this.grow();
    const { keys, codes } = this;
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const aboveKey = keys[above] as number;
      if (aboveKey < key || (aboveKey === key && (codes[above] as number) <= code)) break;
      keys[at] = aboveKey;
      codes[at] = codes[above] as number;
      at = above;
    }
    keys[at] = key;
    codes[at] = code;
  }

  /** Takes out the number with the lowest key. @returns `-1` when there is none */
  pop(): number {
    const { keys, codes } = this;
    if (this.size === 0) {
      this.poppedKey = Infinity;
      return -1;
    }
    const code = codes[0] as number;
    this.poppedKey = keys[0] as number;
    const last = --this.size;
    this.sink(keys[last] as number, codes[last] as number);
    return code;
  }

  private sink(key: number, code: number): void {
    const { keys, codes, size } = this;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && this.isBefore(below + 1, below)) below++;
      const belowKey = keys[below] as number;
      if (key < belowKey || (key === belowKey && code <= (codes[below] as number))) break;
      keys[at] = belowKey;
      codes[at] = codes[below] as number;
      at = below;
    }
    keys[at] = key;
    codes[at] = code;
  }

  private isBefore(a: number, b: number): boolean {
    const keyA = this.keys[a] as number;
    const keyB = this.keys[b] as number;
    return keyA < keyB || (keyA === keyB && (this.codes[a] as number) < (this.codes[b] as number));
  }

  private grow(): void {
    const { keys, codes } = this;
    this.keys = new Float64Array(2 * keys.length);
    this.codes = new Float64Array(2 * codes.length);
    this.keys.set(keys);
    this.codes.set(codes);
  }
}
