import type { RowCells } from './row-cells.js';

const LOCAL = String.raw`[\p{L}\p{N}!#$%&'*+/=?^_\u0060{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_\u0060{|}~-]+)*`;
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const ADDRESS = new RegExp(String.raw`^${LOCAL}@(?:${LABEL}\.)+\p{L}[\p{L}\p{N}-]*$`, 'u');

/** Whether text is one usable email address: `name@host.tld`, at most 254 characters. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && text.indexOf('@') <= 64 && ADDRESS.test(text);
}

/** An email address in lower case; null when the cell is empty or an error was noted. */
export function readEmail(cells: RowCells, key: string): string | null {
  const text = cells.text(key);
  if (text === '') return null;
  if (isEmail(text)) return text.toLowerCase();
  cells.error(
    key,
    'invalid-email',
    'This is not an email address like name@example.org.',
    text,
    repaired(text),
  );
  return null;
}

/** What was probably meant: the address inside `Name <a@b.c>`, spaces taken out, a comma for a point. */
function repaired(text: string): string | undefined {
  if (text.length > 500) return undefined;
  const inside = /[^\s<>()";:]+@[^\s<>()";:]+/u.exec(text)?.[0] ?? '';
  const candidates = [inside, text.replace(/\s+/gu, ''), text.replace(/\s+/gu, '').replaceAll(',', '.')];
  const found = candidates.map((one) => one.replace(/\.+$/u, '')).find(isEmail);
  return found?.toLowerCase();
}
