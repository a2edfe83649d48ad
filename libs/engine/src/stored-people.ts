import type { PeopleSource } from './engine-input.js';

/** Some people as bytes, one after the other, in buffers that several threads see. */
export interface PeopleBytes {
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  /** Where the bytes of each person end. */
  readonly ends: Uint32Array<SharedArrayBuffer>;
}

/** Writes people as bytes: as JSON, one by one. */
export function toBytes(people: readonly object[]): PeopleBytes {
  const texts = people.map((person) => JSON.stringify(person));
  const length = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const bytes = new Uint8Array(new SharedArrayBuffer(length));
  const ends = new Uint32Array(new SharedArrayBuffer(texts.length * Uint32Array.BYTES_PER_ELEMENT));
  const buffer = Buffer.from(bytes.buffer);
  let end = 0;
  texts.forEach((text, index) => (ends[index] = end += buffer.write(text, end)));
  return { bytes, ends };
}

/** People kept as bytes outside of the heap, where they take much less room; made anew whenever they are asked for. */
export class StoredPeople<P> implements PeopleSource<P> {
  private readonly portions: PeopleBytes[] = [];
  /** Index of the first person of each portion. */
  private readonly firsts: number[] = [];
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** Adds people behind the others. */
  add(portion: PeopleBytes): void {
    if (portion.ends.length === 0) return;
    this.portions.push(portion);
    this.firsts.push(this.count);
    this.count += portion.ends.length;
  }

  at(index: number): P | undefined {
    if (index < 0 || index >= this.count) return undefined;
    let [low, high] = [0, this.firsts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.firsts[middle] as number) <= index) low = middle;
      else high = middle - 1;
    }
    return personOf(this.portions[low] as PeopleBytes, index - (this.firsts[low] as number)) as P;
  }

  *[Symbol.iterator](): Generator<P, undefined> {
    for (const portion of this.portions)
      for (let index = 0; index < portion.ends.length; index++) yield personOf(portion, index) as P;
    return undefined;
  }
}

function personOf({ bytes, ends }: PeopleBytes, index: number): unknown {
  const text = Buffer.from(bytes.buffer).toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]);
  return JSON.parse(text);
}
