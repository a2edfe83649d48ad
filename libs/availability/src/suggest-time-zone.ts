import { editDistance } from './edit-distance.js';
import { cityOf, isTimeZone } from './time-zone.js';
import { OTHER_NAMES, PRESENT_NAMES } from './zone-names.data.js';

let candidates: ReadonlyMap<string, string> | undefined;

/**
 * Guesses the zone that somebody meant: `Europe/Berln`, `berlin`, `Germany`, `CET` → `Europe/Berlin`.
 *
 * It is a suggestion to confirm, never to be taken silently. Null when nothing is near, or when two zones are equally near.
 */
export function suggestTimeZone(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 64) return null;
  if (isTimeZone(trimmed)) return PRESENT_NAMES[trimmed] ?? trimmed;
  const asked = fold(trimmed);
  const names = (candidates ??= collect());
  return names.get(asked) ?? nearest(asked, names);
}

function nearest(asked: string, names: ReadonlyMap<string, string>): string | null {
  if (asked.length < 4) return null;
  let best: string | null = null;
  let bestDistance = Math.min(2, Math.floor(asked.length / 4)) + 1;
  let tied = false;
  for (const [name, zone] of names) {
    if (name.length < 4 || Math.abs(name.length - asked.length) > bestDistance) continue;
    const away = editDistance(asked, name);
    if (away < bestDistance) {
      best = zone;
      bestDistance = away;
      tied = false;
    } else if (away === bestDistance && best !== null && zone !== best) {
      tied = true;
    }
  }
  return tied ? null : best;
}

function collect(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const listed of Intl.supportedValuesOf('timeZone')) {
    const zone = PRESENT_NAMES[listed] ?? listed;
    if (!isTimeZone(zone)) continue;
    names.set(fold(listed), zone).set(fold(zone), zone);
    for (const city of [cityOf(listed), cityOf(zone)]) names.set(fold(city), zone);
  }
  for (const [name, zone] of Object.entries(OTHER_NAMES)) names.set(name, zone);
  return names;
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s*\/\s*/g, '/')
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
