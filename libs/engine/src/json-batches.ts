/** A long list as JSON texts of some hundred items each: cheap to hand over between threads and to a database. */
export interface JsonBatches<T> {
  readonly count: number;
  /** Each a JSON array. */
  readonly texts: readonly string[];
  /** Only carries the type of the items. */
  readonly itemType?: T;
}

/** All but the last batch of a list have as many. */
export const ITEMS_IN_A_BATCH = 500;

/** Writes a list in batches. */
export function toBatches<T>(items: readonly T[]): JsonBatches<T> {
  const texts: string[] = [];
  for (let at = 0; at < items.length; at += ITEMS_IN_A_BATCH)
    texts.push(JSON.stringify(items.slice(at, at + ITEMS_IN_A_BATCH)));
  return { count: items.length, texts };
}

/** The list that was written by {@link toBatches}. */
export function fromBatches<T>({ texts }: JsonBatches<T>): T[] {
  return texts.flatMap((text) => JSON.parse(text) as T[]);
}
