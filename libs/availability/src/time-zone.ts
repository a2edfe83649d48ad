const AREA_AND_PLACE = /^[A-Z][A-Za-z]+(\/[A-Z][A-Za-z0-9_+-]*)+$/;
const known = new Map<string, boolean>();

/**
 * Whether a text names a time zone of the IANA database that follows a place (`Europe/Berlin`), or is `UTC`.
 *
 * Abbreviations such as `EST` or `CET` are refused although the database has some of them: they do not say whether
 * clocks change. `suggestTimeZone` knows what most of them mean.
 */
export function isTimeZone(zone: string): boolean {
  let answer = known.get(zone);
  if (answer === undefined) {
    answer = zone === 'UTC' || (AREA_AND_PLACE.test(zone) && zone.length <= 64 && runtimeKnows(zone));
    if (known.size >= 2_000) known.clear();
    known.set(zone, answer);
  }
  return answer;
}

/** The city that stands for a zone in front of people: `Buenos Aires`, `Berlin`; `UTC` for UTC. */
export function cityOf(zone: string): string {
  const place = zone.slice(zone.lastIndexOf('/') + 1);
  if (/^(Etc\/)?(UTC|UCT|Universal|Zulu|GMT[+-]?0?)$/.test(zone)) return 'UTC';
  const fixed = /^Etc\/GMT([+-])(\d+)$/.exec(zone);
  // The sign in these names is the opposite of what clocks mean by it.
  if (fixed !== null) return `UTC${fixed[1] === '+' ? '-' : '+'}${fixed[2] ?? ''}`;
  return place.replaceAll('_', ' ');
}

function runtimeKnows(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
