/** A long list as JSON texts of some hundred items each: cheap to hand over between threads and to a database. */
export interface JsonBatches<T> {
  readonly count: number;
  /** Each a JSON array. */
  readonly texts: readonly string[];
  /** Only carries the type of the items. */
  readonly itemType?: T;
}

const ITEMS_IN_A_BATCH = 500;

/** Writes a list in batches. */
export function toBatches<T>(items: Iterable<T>): JsonBatches<T> {
  const texts: string[] = [];
  const count = writeBatches(items, (text) => texts.push(text));
  return { count, texts };
}

/**
 * Writes a list batch by batch, so that not all of its items have to be there at once.
 *
 * @param take gets each text, and how many items were written with it
 * @returns how many items there were
 */
export function writeBatches<T>(items: Iterable<T>, take: (text: string, written: number) => void): number {
  let written = 0;
  let batch: T[] = [];
  const write = (): void => {
    written += batch.length;
    take(JSON.stringify(batch), written);
    batch = [];
  };
  for (const item of items) if (batch.push(item) === ITEMS_IN_A_BATCH) write();
  if (batch.length > 0) write();
  return written;
}

/** The list that was written by {@link toBatches}. */
export function fromBatches<T>({ texts }: JsonBatches<T>): T[] {
  return texts.flatMap((text) => JSON.parse(text) as T[]);
}
