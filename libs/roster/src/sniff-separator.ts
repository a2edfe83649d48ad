/** What stands between cells. */
export type Separator = ',' | ';' | '\t';

const CANDIDATES: readonly Separator[] = [',', ';', '\t'];

/** Finds the separator by counting the candidates outside quotes in the first line that has any text. */
export function sniffSeparator(text: string): Separator {
  const counts = new Map<string, number>(CANDIDATES.map((candidate) => [candidate, 0]));
  let quoted = false;
  let filled = false;
  for (const char of text.slice(0, 65_536)) {
    if (char === '"') quoted = !quoted;
    if (!quoted && (char === '\n' || char === '\r')) {
      if (filled) break;
      continue;
    }
    const count = counts.get(char);
    if (!quoted && count !== undefined) counts.set(char, count + 1);
    filled ||= char.trim() !== '';
  }
  return CANDIDATES.reduce((best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best));
}
