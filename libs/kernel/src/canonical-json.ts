/**
 * A value as JSON with the keys of every object in order: equal values give equal texts. Keys that are array indices come
 * first, by their size, as in any object. The text is written straight from the value, for large ones too.
 */
export function canonicalJson(value: unknown): string {
  return textOf(value) ?? 'null';
}

/** Undefined for what JSON leaves out. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item) ?? 'null').join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts: string[] = [];
  for (const key of keysOf(value)) {
    const inner = textOf((value as Readonly<Record<string, unknown>>)[key]);
    if (inner !== undefined) parts.push(`${JSON.stringify(key)}:${inner}`);
  }
  return `{${parts.join()}}`;
}

function keysOf(value: object): string[] {
  const keys = Object.keys(value).sort();
  if (!keys.some((key) => NUMBER.test(key))) return keys;
  return Object.keys(Object.fromEntries(keys.map((key) => [key, null])));
}

const NUMBER = /^\d+$/u;
