import type { RowCells } from './row-cells.js';

/** A whole number within bounds; null when the cell is empty or an error was noted. */
export function readWhole(cells: RowCells, key: string, low: number, high: number): number | null {
  const text = cells.text(key);
  if (text === '') return null;
  if (!/^[+-]?\d{1,9}(?:[.,]0+)?$/u.test(text)) {
    const digits = /\d{1,9}/u.exec(text)?.[0];
    cells.error(key, 'invalid-number', `Write a whole number from ${low} to ${high}.`, text, digits);
    return null;
  }
  const value = Number.parseInt(text, 10);
  if (value < low || value > high) {
    const suggestion = String(Math.min(Math.max(value, low), high));
    cells.error(key, 'out-of-range', `Write a whole number from ${low} to ${high}.`, text, suggestion);
    return null;
  }
  return value;
}
