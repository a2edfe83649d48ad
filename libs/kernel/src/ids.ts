/** Source of new identifiers (UUID version 7: sortable by the time they were made). */
export abstract class Ids {
  /** A new id, never seen before. */
  abstract next(): string;
}
