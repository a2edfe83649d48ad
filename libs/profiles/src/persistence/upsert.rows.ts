/** A profile that a bulk write has touched. */
export interface WrittenRow {
  participation_id: string;
  created: boolean;
}
