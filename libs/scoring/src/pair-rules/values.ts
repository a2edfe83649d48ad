import { DAY_MS } from '#availability';
import type { PersonProfile } from '../profile.js';
import { FIELD_PREFIX, type Subject } from './pair-rule.js';

/** A text as comparisons read it. */
export const plain = (text: string): string => text.trim().toLowerCase();

/** A named attribute of a person, trimmed and in lower case; empty when it is not stated. */
export function attribute(person: PersonProfile, name: string): string {
  const own = Object.hasOwn(person.attributes, name) ? person.attributes[name] : undefined;
  const fixed: Readonly<Record<string, string | null | undefined>> = {
    organisation: person.organisation,
    department: person.department,
    city: person.city,
  };
  return plain((Object.hasOwn(fixed, name) ? fixed[name] : own) ?? '');
}

function fieldOf(person: PersonProfile, of: Subject): string | number | readonly string[] | undefined {
  if (!of.startsWith(FIELD_PREFIX)) return undefined;
  const key = of.slice(FIELD_PREFIX.length);
  const fields = person.fields ?? {};
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** The values of a person, each once; none when nothing was given. */
export function valuesOf(person: PersonProfile, of: Subject): readonly string[] {
  if (!of.startsWith(FIELD_PREFIX)) {
    const value = attribute(person, of);
    return value === '' ? [] : [value];
  }
  const value = fieldOf(person, of);
  if (value === undefined) return [];
  const all = typeof value === 'object' ? value : [String(value)];
  return [...new Set(all.map(plain))].filter((each) => each !== '');
}

/** A number of a person in hundredths, so that it is whole; null when it was not given. */
export function hundredthsOf(person: PersonProfile, of: Subject): number | null {
  const value = of === 'yearsExperience' ? person.yearsExperience : fieldOf(person, of);
  return typeof value === 'number' && Number.isFinite(value) ? Math.round(value * 100) : null;
}

/** A date of a person in days; null when it was not given. */
export function dayOf(person: PersonProfile, of: Subject): number | null {
  const value = fieldOf(person, of);
  const at = typeof value === 'string' ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : Math.round(at / DAY_MS);
}
