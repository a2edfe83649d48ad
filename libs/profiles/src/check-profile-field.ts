import type { FieldProblem } from '#kernel';
import { FIELD_KINDS } from '#scoring';
import { ASKED_OF, type ProfileFieldInput, VISIBLE_TO } from './application/profile-field.view.js';

/** Most fields of a program. */
export const MOST_FIELDS = 30;

/** Most options of a field. */
export const MOST_OPTIONS = 100;

const LONGEST_KEY = 40;
const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u;
const LONGEST_OPTION = 80;
/** The same as lists in files are split at: an option with one of them could never be read from a cell. */
const SEPARATORS = /[;,|\n\r]/u;

/** `Focus area!` → `focus-area`; empty where a label has no Latin letter to begin with. */
export function keyOfLabel(label: string): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replace(/^[-0-9]+/u, '');
  return plain.slice(0, LONGEST_KEY).replace(/-+$/u, '');
}

/** Every problem of a whole field, by its parts. */
export function problemsOfField(field: ProfileFieldInput & { readonly key: string }): FieldProblem[] {
  const { key, label, kind, options = [], askedOf = 'both', visibleTo = 'everybody' } = field;
  const isChoice = kind === 'choice' || kind === 'multi-choice';
  const of = (path: string, fine: boolean, message: string): FieldProblem[] =>
    fine ? [] : [{ path, message }];
  return [
    ...of(
      'key',
      KEY.test(key) && key.length <= LONGEST_KEY,
      'Give a key of lower case letters, digits and single hyphens, like "focus-area".',
    ),
    ...of('label', label !== '', 'Give a label.'),
    ...of(
      'kind',
      FIELD_KINDS.some((each) => each === kind),
      `Choose one of ${FIELD_KINDS.join(', ')}.`,
    ),
    ...of(
      'askedOf',
      ASKED_OF.some((each) => each === askedOf),
      `Choose one of ${ASKED_OF.join(', ')}.`,
    ),
    ...of(
      'visibleTo',
      VISIBLE_TO.some((each) => each === visibleTo),
      `Choose one of ${VISIBLE_TO.join(', ')}.`,
    ),
    ...of('options', isChoice || options.length === 0, 'Only choices have options; leave them out.'),
    ...of('options', !isChoice || options.length >= 2, 'Give at least two options to choose from.'),
    ...options.flatMap((option, index) => optionProblems(option, index, options)),
    ...of('scale', field.scale == null || kind === 'number', 'Only numbers have a scale; leave it out.'),
  ];
}

function optionProblems(option: string, index: number, all: readonly string[]): FieldProblem[] {
  const path = `options.${index}`;
  if (option === '' || option.length > LONGEST_OPTION)
    return [{ path, message: `Give an option of 1 to ${LONGEST_OPTION} characters.` }];
  if (SEPARATORS.test(option))
    return [{ path, message: 'Leave out commas, semicolons and bars: they divide choices in files.' }];
  const plain = option.toLowerCase();
  return all.findIndex((each) => each.toLowerCase() === plain) < index
    ? [{ path, message: `“${option}” is there already.` }]
    : [];
}
