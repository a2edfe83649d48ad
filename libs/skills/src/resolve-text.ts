import { normalise } from './normalise.js';

// Words that people hang on the name of a skill without meaning another one.
const FILLERS = ['programming', 'development', 'developer', 'framework', 'language', 'skills', 'basics'];

/** The skill behind a text: its exact key, else without a plural s or a filling word ("Python programming"). */
export function resolveText(text: string, byKey: ReadonlyMap<string, string>): string | null {
  const key = normalise(text);
  if (key === '') return null;
  const exact = byKey.get(key);
  if (exact !== undefined) return exact;
  if (key.length > 3) {
    const other = key.endsWith('s') ? byKey.get(key.slice(0, -1)) : byKey.get(`${key}s`);
    if (other !== undefined) return other;
  }
  for (const filler of FILLERS) {
    if (key.endsWith(filler) && key.length > filler.length) {
      const bare = byKey.get(key.slice(0, -filler.length));
      if (bare !== undefined) return bare;
    }
  }
  return null;
}

/** The skills behind a text that may name several ("HTML/CSS", "MEAN stack, PWA"): the whole first, then its parts. */
export function resolveParts(text: string, byKey: ReadonlyMap<string, string>): string[] {
  const whole = resolveText(text, byKey);
  if (whole !== null) return [whole];
  const parts = text.split(/[,;/|&]|\s\+\s|\s(?:and|or)\s/iu);
  const found = parts.map((part) => resolveText(part, byKey)).filter((id) => id !== null);
  return [...new Set(found)];
}
