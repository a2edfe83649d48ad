/** Gives each distinct key a number from 0 on, in the order of first sight. */
export class Interner {
  private readonly known = new Map<string, number>();

  get size(): number {
    return this.known.size;
  }

  idOf(key: string): number {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    this.known.set(key, this.known.size);
    return this.known.size - 1;
  }

  find(key: string): number | undefined {
    return this.known.get(key);
  }
}

/** Codes of people, each distinct one once: person k has `codes[classOf[k]]`. */
export class CodeInterner {
  readonly codes: (readonly number[])[] = [];
  private readonly known = new Map<string, number>();

  idOf(code: readonly number[]): number {
    const key = code.join();
    const found = this.known.get(key);
    if (found !== undefined) return found;
    this.known.set(key, this.codes.length);
    this.codes.push(code);
    return this.codes.length - 1;
  }
}
