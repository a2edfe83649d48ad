import { canonicalJson } from '#kernel';

/** Names of the fields of `after` that are not as they are in `before`, in order. */
export function changedFields(before: object, after: object): string[] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([name, value]) => textOf(old.get(name)) !== textOf(value))
    .map(([name]) => name)
    .sort();
}

/** By way of JSON, in which an instant is a text; an order of keys means nothing. */
function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : canonicalJson(JSON.parse(JSON.stringify(value)));
}
