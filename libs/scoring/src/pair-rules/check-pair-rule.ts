import type { SettingProblem } from '../weights.js';
import { MOST_VALUES, type PairRule, type Subject } from './pair-rule.js';
import { type FieldKind, isReserved, type SubjectSpec } from './subjects.js';
import { plain } from './values.js';

type Subjects = ReadonlyMap<Subject, SubjectSpec>;
type Given = Readonly<Record<string, unknown>>;

/** What each kind can be about, and the names of its own fields. */
const KINDS: Readonly<
  Record<PairRule['kind'], { readonly about: readonly FieldKind[]; readonly own: readonly string[] }>
> = {
  'must-match': { about: ['choice', 'multi-choice'], own: [] },
  'must-differ': { about: ['choice', 'multi-choice'], own: [] },
  'number-gap': { about: ['number'], own: ['atMost', 'mentorAhead'] },
  'date-gap': { about: ['date'], own: ['atMostDays'] },
  'date-order': { about: ['date'], own: ['first', 'daysAtLeast'] },
};

const LARGEST = 1_000_000;
const MOST_DAYS = 36_525;

const within = (value: unknown, low: number, high: number): boolean =>
  typeof value === 'number' && value >= low && value <= high;

const wholeDays = (value: unknown): boolean => Number.isInteger(value) && within(value, 0, MOST_DAYS);

/** Every problem of one rule about something that people have, by its fields. */
export function checkPairRule(kind: PairRule['kind'], rule: Given, subjects: Subjects): SettingProblem[] {
  const { about, own } = KINDS[kind];
  const known = ['kind', 'of', 'for', 'whenMissing', ...own];
  return [
    ...Object.keys(rule)
      .filter((name) => !known.includes(name))
      .map((name) => ({ path: name, message: `Leave it out; this kind has ${known.join(', ')}.` })),
    ...subjectProblems('of', rule['of'], about, subjects),
    ...limitProblems(kind, rule),
    ...onlyProblems(rule['for'], subjects),
    ...(rule['whenMissing'] === undefined || ['allow', 'forbid'].includes(rule['whenMissing'] as string)
      ? []
      : [{ path: 'whenMissing', message: 'Choose allow or forbid, or leave it out.' }]),
  ];
}

function subjectProblems(
  path: string,
  of: unknown,
  about: readonly FieldKind[],
  subjects: Subjects,
): SettingProblem[] {
  const fitting = [...subjects].filter(([, { kind }]) => about.includes(kind)).map(([name]) => name);
  const instead =
    fitting.length === 0
      ? `The program has no field of the kind ${about.join(' or ')}: make one first.`
      : `Use one of ${fitting.join(', ')}.`;
  if (typeof of !== 'string') return [{ path, message: instead }];
  if (isReserved(of))
    return [{ path, message: `“${of}” says what group people belong to; no rule may use it. ${instead}` }];
  const found = subjects.get(of);
  if (found === undefined) return [{ path, message: `There is no “${of.slice(0, 60)}” here. ${instead}` }];
  if (about.includes(found.kind)) return [];
  return [
    { path, message: `“${of}” is of the kind ${found.kind}, which this rule can't compare. ${instead}` },
  ];
}

function limitProblems(kind: PairRule['kind'], rule: Given): SettingProblem[] {
  const of = (path: string, fine: boolean, message: string): SettingProblem[] =>
    fine ? [] : [{ path, message }];
  const { atMost, mentorAhead, atMostDays, first, daysAtLeast } = rule;
  switch (kind) {
    case 'number-gap':
      return [
        ...of(
          'atMost',
          atMost === undefined || within(atMost, 0, LARGEST),
          `Give a number from 0 to ${LARGEST}, or leave it out.`,
        ),
        ...of(
          'mentorAhead',
          mentorAhead === undefined || within(mentorAhead, -LARGEST, LARGEST),
          `Give a number from ${-LARGEST} to ${LARGEST}, or leave it out.`,
        ),
        ...of(
          'atMost',
          atMost !== undefined || mentorAhead !== undefined,
          'Say how far apart they may be at most (atMost), by how much the mentor leads (mentorAhead), or both.',
        ),
        ...of(
          'mentorAhead',
          !(typeof atMost === 'number' && typeof mentorAhead === 'number' && mentorAhead > atMost),
          'No pair can be that far apart: give no more than atMost.',
        ),
      ];
    case 'date-gap':
      return of('atMostDays', wholeDays(atMostDays), `Give whole days from 0 to ${MOST_DAYS}.`);
    case 'date-order':
      return [
        ...of('first', first === 'mentee' || first === 'mentor', 'Choose mentee or mentor.'),
        ...of(
          'daysAtLeast',
          daysAtLeast === undefined || wholeDays(daysAtLeast),
          `Give whole days from 0 to ${MOST_DAYS}, or leave it out.`,
        ),
      ];
    default:
      return [];
  }
}

const areValues = (given: unknown): given is readonly string[] =>
  Array.isArray(given) &&
  given.length > 0 &&
  given.length <= MOST_VALUES &&
  given.every((value) => typeof value === 'string' && value.trim() !== '' && value.length <= 200);

function onlyProblems(only: unknown, subjects: Subjects): SettingProblem[] {
  if (only === undefined) return [];
  if (typeof only !== 'object' || only === null || Array.isArray(only))
    return [{ path: 'for', message: 'Give {"of": …, "is": […]}, or leave it out for every mentee.' }];
  const { of, is, ...more } = only as Given;
  const [extra] = Object.keys(more);
  const problems = [
    ...(extra === undefined ? [] : [{ path: `for.${extra}`, message: 'Leave it out; give of and is.' }]),
    ...subjectProblems('for.of', of, ['choice', 'multi-choice'], subjects),
  ];
  if (!areValues(is))
    return [...problems, { path: 'for.is', message: `Give 1 to ${MOST_VALUES} values as texts.` }];
  const options = typeof of === 'string' ? (subjects.get(of)?.options ?? null) : null;
  const strange =
    options === null ? undefined : is.find((value) => !options.map(plain).includes(plain(value)));
  return strange === undefined
    ? problems
    : [
        ...problems,
        {
          path: 'for.is',
          message: `“${strange}” can't be chosen; use ${options?.join(', ') ?? ''}.`,
        },
      ];
}
