import { isLocalDate } from '#availability';
import type { FieldProblem } from '#kernel';
import type { FieldValue } from '#scoring';
import type { ProfileFieldView } from './application/profile-field.view.js';
import type { ProfileRole } from './application/profile.view.js';

const LONGEST_TEXT = 300;
const LARGEST = 1_000_000;

/** Values as they are stored, by key, and what is wrong with what was given. */
export interface FieldValuesRead {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads what somebody put into the program's fields. Null, empty text and an empty list say that there is none; choices
 * are written as the options are.
 */
export function readFieldValues(
  given: Readonly<Record<string, unknown>>,
  fields: readonly ProfileFieldView[],
  role: ProfileRole,
): FieldValuesRead {
  const asked = fields.filter(({ askedOf }) => askedOf === 'both' || askedOf === role);
  const values: [string, FieldValue][] = [];
  const problems: FieldProblem[] = [];
  for (const [key, value] of Object.entries(given)) {
    const path = `fields.${key.slice(0, 60)}`;
    const field = asked.find((each) => each.key === key);
    if (field === undefined) {
      const known = asked.map((each) => each.key).join(', ');
      const instead = known === '' ? 'The program asks for none.' : `Use ${known}.`;
      problems.push({ path, message: `A ${role} has no such field here. ${instead}` });
      continue;
    }
    if (isNone(value)) continue;
    const read = readValue(value, field);
    if (typeof read === 'object' && 'message' in read) problems.push({ path, message: read.message });
    else values.push([key, read]);
  }
  return { values: Object.fromEntries(values), problems };
}

/** A problem for each required field of a role that is left empty. */
export function missingFields(
  values: Readonly<Record<string, FieldValue>>,
  fields: readonly ProfileFieldView[],
  role: ProfileRole,
): FieldProblem[] {
  return fields
    .filter(({ askedOf, required }) => required && (askedOf === 'both' || askedOf === role))
    .filter(({ key }) => !Object.hasOwn(values, key))
    .map(({ key, label }) => ({
      path: `fields.${key}`,
      message: `The program asks for “${label}”; fill it in.`,
    }));
}

const isNone = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

function readValue(value: unknown, field: ProfileFieldView): FieldValue | { readonly message: string } {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' && value.trim().length <= LONGEST_TEXT && !/\p{Cc}|\p{Cs}/u.test(value)
        ? value.trim()
        : { message: `Give one line of text of at most ${LONGEST_TEXT} characters.` };
    case 'number':
      return typeof value === 'number' && Math.abs(value) <= LARGEST && hasHundredths(value)
        ? value
        : { message: `Give a number up to ${LARGEST} with at most two decimals.` };
    case 'date':
      return typeof value === 'string' && isLocalDate(value)
        ? value
        : { message: 'Give a date that exists, as YYYY-MM-DD.' };
    case 'choice':
      return optionOf(value, field) ?? { message: `Choose one of ${field.options.join(', ')}.` };
    case 'multi-choice': {
      const given: unknown[] = Array.isArray(value) ? value : [];
      const chosen = given.map((each) => optionOf(each, field));
      if (given.length === 0 || given.length > field.options.length || chosen.includes(null))
        return { message: `Give a list of some of ${field.options.join(', ')}.` };
      return field.options.filter((option) => chosen.includes(option));
    }
  }
}

const hasHundredths = (value: number): boolean =>
  Number.isFinite(value) && Math.round(value * 100) / 100 === value;

function optionOf(value: unknown, { options }: ProfileFieldView): string | null {
  if (typeof value !== 'string') return null;
  const plain = value.trim().toLowerCase();
  return options.find((option) => option.toLowerCase() === plain) ?? null;
}
