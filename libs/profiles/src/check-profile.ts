import { isTimeZone, problemOfException, problemOfWindow } from '#availability';
import type { FieldProblem } from '#kernel';
import { COUNTRY_CODES, isEmail, LANGUAGE_CODES } from '#roster';
import type { ProfileInput, SkillInput } from './application/profile-input.js';
import type { ProfileRole } from './application/profile.view.js';

const countries = new Set(COUNTRY_CODES);
const languages = new Set(LANGUAGE_CODES);
const FORMATS = ['online', 'in_person', 'either'];

/** What a check needs to know beside the input. */
export interface ProfileSurroundings {
  readonly role: ProfileRole;
  /** Keys of the program's goal areas. */
  readonly goalKeys: readonly string[];
}

const isWhole = (value: unknown, low: number, high: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;

/** Every problem of a profile, each with the path of its field. */
export function problemsOfProfile(input: ProfileInput, around: ProfileSurroundings): FieldProblem[] {
  return [
    ...plainProblems(input, around.role),
    ...each('skills', input.skills, (skill) => skillProblem(skill, around.role)),
    ...each('languages', input.languages, ({ code, level }) => {
      if (!languages.has(code)) return ['code', `"${code}" is no ISO 639-1 code; write one like "en".`];
      return level === undefined || isWhole(level, 1, 4)
        ? null
        : ['level', 'Give 1 (basic), 2 (conversation), 3 (work) or 4 (full).'];
    }),
    ...repeated(
      'languages',
      input.languages?.map(({ code }) => code),
    ),
    ...each('goals', input.goals, (goal) =>
      around.goalKeys.includes(goal)
        ? null
        : ['', `"${goal}" is no goal area here; use one of ${around.goalKeys.join(', ')}.`],
    ),
    ...repeated('goals', input.goals),
    ...each('windows', input.windows, (window) => toProblem(problemOfWindow(window))),
    ...each('exceptions', input.exceptions, (exception) => toProblem(problemOfException(exception))),
    ...workingStyleProblems(input.workingStyle ?? null),
  ];
}

function plainProblems(input: ProfileInput, role: ProfileRole): FieldProblem[] {
  const { timeZone, country, format, managerEmail, capacity } = input;
  const wrong: [string, boolean, string][] = [
    [
      'timeZone',
      timeZone !== undefined && !isTimeZone(timeZone),
      'Give a zone of the IANA list, like Europe/Berlin.',
    ],
    [
      'country',
      typeof country === 'string' && !countries.has(country),
      'Give an ISO 3166-1 code, like "DE".',
    ],
    ['format', format !== undefined && !FORMATS.includes(format), `Give one of ${FORMATS.join(', ')}.`],
    [
      'managerEmail',
      typeof managerEmail === 'string' && !isEmail(managerEmail),
      'Give an address like name@example.org.',
    ],
    [
      'capacity',
      capacity !== undefined && role === 'mentee' && capacity !== 1,
      'Only mentors have places; leave it out.',
    ],
  ];
  return wrong.filter(([, is]) => is).map(([path, , message]) => ({ path, message }));
}

function skillProblem(skill: SkillInput, role: ProfileRole): [string, string] | null {
  if (role === 'mentor') {
    if (!isWhole(skill.level, 1, 5)) return ['level', 'Give the level you offer, from 1 to 5.'];
    if (skill.priority !== undefined) return ['priority', 'Only mentees give a priority; leave it out.'];
    if (skill.currentLevel !== undefined) return ['currentLevel', 'Only mentees give it; use "level".'];
    return null;
  }
  if (!isWhole(skill.priority, 1, 3)) return ['priority', 'Give a priority from 1 to 3; 3 is wanted most.'];
  if (skill.level !== undefined) return ['level', 'Only mentors give it; use "currentLevel".'];
  return skill.currentLevel === undefined || isWhole(skill.currentLevel, 1, 5)
    ? null
    : ['currentLevel', 'Give where you are today, from 1 to 5, or leave it out.'];
}

function workingStyleProblems(style: ProfileInput['workingStyle']): FieldProblem[] {
  if (style === null || style === undefined) return [];
  const entries = Object.entries(style.items);
  if (entries.length > 50) return [{ path: 'workingStyle.items', message: 'Give at most 50 answers.' }];
  return entries
    .filter(([name, answer]) => !isWhole(answer, 1, 5) || !/^[a-z][a-z0-9_]{0,39}$/.test(name))
    .map(([name]) => ({
      path: `workingStyle.items.${name.slice(0, 40)}`,
      message: 'Give whole numbers from 1 to 5 under names of lower case letters, digits and "_".',
    }));
}

function each<T>(
  path: string,
  items: readonly T[] | undefined,
  problem: (item: T) => readonly [string, string] | null,
): FieldProblem[] {
  return (items ?? []).flatMap((item, index) => {
    const found = problem(item);
    if (found === null) return [];
    const [field, message] = found;
    return [{ path: field === '' ? `${path}.${index}` : `${path}.${index}.${field}`, message }];
  });
}

function repeated(path: string, keys: readonly string[] = []): FieldProblem[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ path: `${path}.${index}`, message: `"${key}" is there already.` }] : [],
  );
}

function toProblem(message: string | null): [string, string] | null {
  return message === null ? null : ['', message];
}
