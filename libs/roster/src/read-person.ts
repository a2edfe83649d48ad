import { isTimeZone, suggestTimeZone } from '#availability';
import type { PersonRow } from './person-rows.js';
import { readCountry, readLanguages } from './read-codes.js';
import { readEmail } from './read-email.js';
import { readWhole } from './read-number.js';
import { readFields } from './read-fields.js';
import type { ReadOptions } from './read-result.js';
import { readWindows } from './read-windows.js';
import type { RowCells } from './row-cells.js';

const LONGEST_NAME = 200;

/** Reads what both lists say of a person; problems are noted on the row. */
export function readPerson(cells: RowCells, options: ReadOptions): PersonRow {
  const email = readEmail(cells, 'email');
  if (email === null && cells.text('email') === '') {
    cells.error('email', 'missing-value', 'Everybody needs an email address.', '');
  }
  const id = cells.optional('id', LONGEST_NAME);
  const { fields = [] } = options;
  return {
    row: cells.number,
    id: id ?? email ?? '',
    name: cells.required('name', LONGEST_NAME).replace(/\s+/gu, ' '),
    email: email ?? '',
    country: readCountry(cells),
    timeZone: readTimeZone(cells, options.defaults?.timeZone),
    languages: readLanguages(cells, options.defaults?.languages),
    organisation: cells.optional('organisation', LONGEST_NAME),
    yearsExperience: readWhole(cells, 'years_experience', 0, 80),
    windows: readWindows(cells),
    managerEmail: readEmail(cells, 'manager_email'),
    department: cells.optional('department', LONGEST_NAME),
    grade: cells.optional('grade', LONGEST_NAME),
    ...(fields.length === 0 ? {} : { fields: readFields(cells, fields) }),
  };
}

function readTimeZone(cells: RowCells, whenAbsent: string | undefined): string {
  const text = cells.text('time_zone');
  if (text === '' && whenAbsent !== undefined) return whenAbsent;
  if (text === '') {
    cells.error('time_zone', 'missing-value', 'Name the time zone, like Europe/Berlin.', '');
  } else if (!isTimeZone(text)) {
    const message = `"${text}" is not a time zone: write a name like Europe/Berlin.`;
    const suggestion = cells.advice.once(`zone ${text}`, () => suggestTimeZone(text));
    cells.error('time_zone', 'unknown-zone', message, text, suggestion);
  }
  return text;
}
