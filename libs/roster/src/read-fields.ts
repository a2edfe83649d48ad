import { isLocalDate } from '#availability';
import type { ColumnSpec } from './column-names.data.js';
import { readList } from './read-list.js';
import type { RowCells } from './row-cells.js';

/** A field of the program that a list may have a column for. */
export interface FieldColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'choice' | 'multi-choice' | 'date';
  /** What can be chosen. */
  readonly options: readonly string[];
}

/** Values of fields by key. */
export type FieldCells = Readonly<Record<string, string | number | readonly string[]>>;

const LONGEST_TEXT = 300;
const LARGEST = 1_000_000;
const keyOf = (field: FieldColumn): string => `field:${field.key}`;

/** Columns of fields: found by the key or the label. */
export function fieldColumns(fields: readonly FieldColumn[]): ColumnSpec[] {
  return fields.map((field) => ({
    key: keyOf(field),
    required: false,
    synonyms: [field.label, field.key],
  }));
}

/** What the cells of a row hold for fields; empty cells are left out, problems noted on the row. */
export function readFields(cells: RowCells, fields: readonly FieldColumn[]): FieldCells {
  const values = fields.flatMap((field) => {
    const value = cells.text(keyOf(field)) === '' ? null : readField(cells, field);
    return value === null ? [] : [[field.key, value] as const];
  });
  return Object.fromEntries(values);
}

function readField(cells: RowCells, field: FieldColumn): string | number | readonly string[] | null {
  const key = keyOf(field);
  const text = cells.text(key);
  switch (field.kind) {
    case 'text':
      return cells.optional(key, LONGEST_TEXT)?.replaceAll(/\s+/gu, ' ') ?? null;
    case 'number': {
      const value = Number(text.replace(',', '.'));
      if (/^[+-]?\d{1,7}(?:[.,]\d{1,2})?$/u.test(text) && Math.abs(value) <= LARGEST) return value;
      cells.error(key, 'invalid-number', 'Write a number with at most two decimals.', text);
      return null;
    }
    case 'date':
      if (isLocalDate(text)) return text;
      cells.error(key, 'invalid-date', `"${text}" is no date: write it like 2026-03-01.`, text);
      return null;
    case 'choice':
      return optionOf(cells, field, text);
    case 'multi-choice': {
      const chosen = readList(cells, key).map((part) => optionOf(cells, field, part));
      return field.options.filter((option) => chosen.includes(option));
    }
  }
}

function optionOf(cells: RowCells, field: FieldColumn, text: string): string | null {
  const plain = text.toLowerCase();
  const found = field.options.find((option) => option.toLowerCase() === plain);
  if (found !== undefined) return found;
  const message = `"${text}" can't be chosen: use ${field.options.slice(0, 10).join(', ')}${field.options.length > 10 ? ' …' : ''}.`;
  cells.error(keyOf(field), 'unknown-choice', message, text);
  return null;
}
