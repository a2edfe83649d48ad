/** Ends each text; PostgreSQL can't store it, so no text holds it. */
export const TEXT_END = '\0';

/** Many short texts as one, which is searched at once instead of one by one. */
export class TextIndex {
  private readonly joined: string;
  /** Where each text starts. */
  private readonly starts: Int32Array;

  constructor(texts: readonly string[]) {
    this.joined = texts.join(TEXT_END);
    this.starts = new Int32Array(texts.length);
    let start = 0;
    texts.forEach((text, place) => {
      this.starts[place] = start;
      start += text.length + TEXT_END.length;
    });
  }

  /** By place: 1 where a text holds what is searched for. */
  find(search: string): Uint8Array {
    const found = new Uint8Array(this.starts.length);
    if (search.includes(TEXT_END)) return found;
    for (let from = 0; from < this.joined.length;) {
      const at = this.joined.indexOf(search, from);
      if (at === -1) break;
      const place = this.placeAt(at);
      found[place] = 1;
      from = this.starts[place + 1] ?? this.joined.length;
    }
    return found;
  }

  private placeAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
