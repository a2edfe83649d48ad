import { closest, distance } from 'fastest-levenshtein';
import type { ColumnSpec } from './column-names.data.js';
import type { RosterProblem } from './roster-problem.js';

/** Where each of our columns stands in the file. */
export interface ColumnIndex {
  /** Our key → position in a row and the file's own header. */
  readonly byKey: ReadonlyMap<string, { readonly at: number; readonly header: string }>;
  readonly problems: readonly RosterProblem[];
}

/**
 * Finds our columns among the headers of a file: first by the mapping, then by our own names, then by usual synonyms.
 *
 * @param optional columns that may be missing although the specification asks for them
 */
export function matchColumns(
  header: readonly string[],
  specs: readonly ColumnSpec[],
  mapping: Readonly<Record<string, string>> = {},
  optional: ReadonlySet<string> = new Set(),
): ColumnIndex {
  const names = header.map(plain);
  const taken = new Set<number>();
  const byKey = new Map<string, { at: number; header: string }>();
  const problems: RosterProblem[] = [];
  const take = (key: string, wanted: readonly string[]): void => {
    const at = names.findIndex((name, index) => name !== '' && !taken.has(index) && wanted.includes(name));
    if (at < 0 || byKey.has(key)) return;
    taken.add(at);
    byKey.set(key, { at, header: header[at] ?? key });
  };

  for (const [key, theirs] of Object.entries(mapping)) {
    if (!specs.some((spec) => spec.key === key)) {
      problems.push(problem('unknown-mapping', key, `There is no column "${key}" to map "${theirs}" to.`));
      continue;
    }
    take(key, [plain(theirs)]);
    if (!byKey.has(key)) {
      const message = `The column "${theirs}", mapped to ${key}, is not in the file.`;
      problems.push(problem('unknown-mapping', key, message, nearest(theirs, header)));
    }
  }
  for (const spec of specs) take(spec.key, [plain(spec.key)]);
  for (const spec of specs) take(spec.key, spec.synonyms.map(plain));
  for (const spec of specs) {
    if (!spec.required || byKey.has(spec.key) || optional.has(spec.key) || spec.key in mapping) continue;
    const free = header.filter((_, index) => !taken.has(index));
    const message = `The column "${spec.key}" is missing: add it, or say which of your columns it is.`;
    problems.push(problem('missing-column', spec.key, message, nearest(spec.key, free)));
  }
  for (const [index, name] of names.entries()) {
    if (name === '' || taken.has(index) || names.indexOf(name) === index) continue;
    const message = `Two columns are called "${header[index] ?? ''}"; the first is read.`;
    problems.push({ ...problem('ambiguous-column', header[index] ?? '', message), severity: 'warning' });
  }
  return { byKey, problems };
}

/** A header without case, accents, spaces and punctuation. */
function plain(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

function nearest(wanted: string, among: readonly string[]): string | undefined {
  const names = among.filter((name) => name.trim() !== '' && name.length < 100);
  if (names.length === 0) return undefined;
  const best = closest(plain(wanted), names.map(plain));
  const found = names.find((name) => plain(name) === best);
  return distance(plain(wanted), best) <= 3 ? found : undefined;
}

function problem(
  code: 'unknown-mapping' | 'missing-column' | 'ambiguous-column',
  column: string,
  message: string,
  suggestion?: string,
): RosterProblem {
  const base = { row: 1, column, value: '', severity: 'error' as const, code, message };
  return suggestion === undefined ? base : { ...base, suggestion };
}
