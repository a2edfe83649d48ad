import { canonicalJson } from '#kernel';

/** The text of `canonicalJson`, written straight from the value, without a copy of it: for thousands of people. */
export function canonicalText(value: unknown): string {
  return textOf(value) ?? canonicalJson(value);
}

/** Undefined for what JSON leaves out. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item) ?? 'null').join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  // Keys that are numbers go first in any object, by their size.
  if (keys.some((key) => NUMBER.test(key))) return canonicalJson(value);
  let text = '';
  for (const key of keys) {
    const inner = textOf((value as Readonly<Record<string, unknown>>)[key]);
    if (inner !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${inner}`;
  }
  return `{${text}}`;
}

const NUMBER = /^\d+$/u;
