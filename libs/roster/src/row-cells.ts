import type { ColumnIndex } from './match-columns.js';
import type { RosterProblem, RosterProblemCode, Severity } from './roster-problem.js';
import type { TableRow } from './table.js';

/** Longer cells than any column takes are cut, and said to be too long. */
const LONGEST_CELL = 5_000;
/** After so many problems of one row nobody reads on. */
const MOST_PROBLEMS = 50;

/** Controls other than line breaks and tabs, and halves of characters: no database or mail takes them. */
const UNPRINTABLE = /(?![\n\r\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** Suggestions cost time: each text is looked up once, and only the first hundred texts of a file. */
export class Advice {
  private readonly given = new Map<string, string | undefined>();

  once(text: string, lookUp: () => string | null | undefined): string | undefined {
    if (this.given.has(text)) return this.given.get(text);
    if (this.given.size >= 100) return undefined;
    const found = lookUp() ?? undefined;
    this.given.set(text, found);
    return found;
  }
}

/** The cells of one row by our column names, and the place where its problems are noted. */
export class RowCells {
  /** Whether something was wrong that keeps the row out. */
  failed = false;
  private noted = 0;

  constructor(
    private readonly row: TableRow,
    private readonly columns: ColumnIndex,
    private readonly problems: RosterProblem[],
    readonly advice: Advice,
  ) {}

  get number(): number {
    return this.row.number;
  }

  /** Checks what every cell has to keep to: its length, and that no letters were lost when the file was read. */
  checkText(): void {
    for (const [key, { at }] of this.columns.byKey) {
      const length = this.row.cells[at]?.length ?? 0;
      if (length > LONGEST_CELL) {
        const message = `At most ${LONGEST_CELL} characters fit into a cell; this has ${length}.`;
        this.error(key, 'too-long', message, this.text(key));
      }
      const text = this.text(key);
      if (!text.includes('\uFFFD')) continue;
      const message =
        'Letters of this cell could not be read: save the file as "CSV UTF-8", or correct them here.';
      this.warn(key, 'broken-text', message, text);
    }
  }

  /** Text of a cell without outer space and controls; empty when the column is missing. */
  text(key: string): string {
    const at = this.columns.byKey.get(key)?.at;
    const raw = at === undefined ? '' : (this.row.cells[at] ?? '');
    return raw.slice(0, LONGEST_CELL).replace(UNPRINTABLE, '').trim();
  }

  /** Text of a cell, or null when empty; too long is an error. */
  optional(key: string, longest: number): string | null {
    const text = this.text(key);
    if (text.length > longest) {
      this.error(key, 'too-long', `At most ${longest} characters fit here; this has ${text.length}.`, text);
    }
    return text === '' ? null : text;
  }

  /** Text of a cell that must not be empty; an error and empty text otherwise. */
  required(key: string, longest: number): string {
    const text = this.optional(key, longest);
    if (text === null) this.error(key, 'missing-value', 'This cell must not be empty.', '');
    return text ?? '';
  }

  error(key: string, code: RosterProblemCode, message: string, value: string, suggestion?: string): void {
    this.failed = true;
    this.note('error', key, code, message, value, suggestion);
  }

  warn(key: string, code: RosterProblemCode, message: string, value: string, suggestion?: string): void {
    this.note('warning', key, code, message, value, suggestion);
  }

  private note(
    severity: Severity,
    key: string,
    code: RosterProblemCode,
    message: string,
    value: string,
    suggestion: string | undefined,
  ): void {
    if (this.noted++ >= MOST_PROBLEMS) return;
    const column = this.columns.byKey.get(key)?.header ?? key;
    const base = { row: this.number, column, value: value.slice(0, 200), severity, code, message };
    this.problems.push(suggestion === undefined ? base : { ...base, suggestion });
  }
}
