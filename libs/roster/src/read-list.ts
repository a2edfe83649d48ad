import type { RowCells } from './row-cells.js';

/** The parts of a cell like `en; de`: split at semicolons, commas, bars and line breaks; empty parts are left out. */
export function readList(cells: RowCells, key: string): string[] {
  return cells
    .text(key)
    .split(/[;,|\n\r]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
