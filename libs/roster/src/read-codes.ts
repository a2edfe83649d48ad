import { COUNTRY_CODES, LANGUAGE_CODES } from './iso-codes.data.js';
import { readList } from './read-list.js';
import type { RowCells } from './row-cells.js';

const countries = new Set(COUNTRY_CODES);
const languages = new Set(LANGUAGE_CODES);
const countryByName = namesOf('region', COUNTRY_CODES);
const languageByName = namesOf('language', LANGUAGE_CODES);

/** A country's code in upper case; its English name is understood. An unknown one is a warning, and null. */
export function readCountry(cells: RowCells): string | null {
  const text = cells.text('country');
  if (text === '') return null;
  const code = text.toUpperCase() === 'UK' ? 'GB' : text.toUpperCase();
  if (countries.has(code)) return code;
  const named = countryByName.get(plainName(text));
  if (named !== undefined) return named;
  cells.warn('country', 'unknown-country', 'Write the two letters of the country (ISO 3166), like DE.', text);
  return null;
}

/**
 * Language codes in lower case, each once; `pt-BR` counts as `pt`, English names are understood. An unknown code is an
 * error, an empty cell too unless the program has a default.
 */
export function readLanguages(cells: RowCells, whenAbsent: readonly string[] | undefined): readonly string[] {
  const parts = readList(cells, 'languages');
  if (parts.length === 0) {
    if (whenAbsent !== undefined && whenAbsent.length > 0) return whenAbsent;
    cells.error('languages', 'missing-value', 'Name at least one language, like "en; de".', '', 'en');
  }
  const codes = new Set<string>();
  for (const part of parts) {
    const code = part.toLowerCase().split(/[-_]/u)[0] ?? '';
    const named = languages.has(code) ? code : languageByName.get(plainName(part));
    if (named !== undefined) codes.add(named);
    else {
      const message = `"${part}" is not a language code: write the two letters of ISO 639-1, like "en".`;
      cells.error('languages', 'unknown-language', message, part, closeLanguage(part));
    }
  }
  return [...codes];
}

function closeLanguage(part: string): string | undefined {
  const start = plainName(part).slice(0, 4);
  if (start.length < 3) return undefined;
  for (const [name, code] of languageByName) if (name.startsWith(start)) return code;
  return undefined;
}

function namesOf(type: 'region' | 'language', codes: readonly string[]): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type });
  return new Map(codes.map((code) => [plainName(names.of(code) ?? code), code]));
}

function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}]/gu, '');
}
