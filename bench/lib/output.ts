import type { Cell } from './table.js';
import { table } from './table.js';

/** Tells what is being done: on standard error, so that tables stay alone on standard output. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Prints a line of the result. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a table with an empty line after it. */
export function printTable(headings: readonly string[], rows: readonly (readonly Cell[])[]): void {
  print(`${table(headings, rows)}\n`);
}

/** Prints the whole result as one JSON object: the last line of a run with `--json`. */
export function printJson(result: object): void {
  print(JSON.stringify(result));
}
