/** A sheet of text: one header row and the rows below it, whatever file it came from. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** One row of cells as text. */
export interface TableRow {
  /** The number a spreadsheet shows beside the row: the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
}
