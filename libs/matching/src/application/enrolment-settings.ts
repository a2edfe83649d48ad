import { isLocalDate } from '#availability';
import type { FieldProblem } from '#kernel';

/** How people get into a round. Dates are days `YYYY-MM-DD` in the program's zone; null where there is none. */
export interface EnrolmentSettings {
  /** First and last day on which people enrol themselves; it opens and closes by itself. */
  readonly enrolsFrom: string | null;
  readonly enrolsUntil: string | null;
  /** The planned day of matching; an admin still starts the run. */
  readonly matchesOn: string | null;
  /** Days before the last one on which those who have not answered are reminded. */
  readonly enrolReminderDays: readonly number[];
  /** Working days before the matching on which those enrolled hear that they can skip; null for no such mail. */
  readonly skipNoticeWorkingDays: number | null;
  /** Per cent of the mentors who must be ready before a run starts; null for no such condition. */
  readonly readyMentorsPercent: number | null;
  /** People of a role who enrol themselves; whoever comes later waits. Null for no limit; an admin is not bound by it. */
  readonly mentorLimit: number | null;
  readonly menteeLimit: number | null;
  /** Whether people who enrol after the close wait for a place, instead of being refused. */
  readonly lateToWaitlist: boolean;
}

/** The same as somebody sends it: what is missing keeps its value, null takes it away. */
export type EnrolmentSettingsInput = {
  readonly [K in keyof EnrolmentSettings]?: EnrolmentSettings[K] | null | undefined;
};

/** A round that says nothing: whoever runs it opens and closes it, and nobody is asked or reminded. */
export const DEFAULT_ENROLMENT: EnrolmentSettings = {
  enrolsFrom: null,
  enrolsUntil: null,
  matchesOn: null,
  enrolReminderDays: [7, 2],
  skipNoticeWorkingDays: 3,
  readyMentorsPercent: null,
  mentorLimit: null,
  menteeLimit: null,
  lateToWaitlist: false,
};

/** What null stands for. */
const NOTHING: EnrolmentSettings = {
  ...DEFAULT_ENROLMENT,
  enrolReminderDays: [],
  skipNoticeWorkingDays: null,
};
const KEYS = Object.keys(DEFAULT_ENROLMENT) as (keyof EnrolmentSettings)[];
const DATES = ['enrolsFrom', 'enrolsUntil', 'matchesOn'] as const;
const MOST_REMINDERS = 5;
const FURTHEST_REMINDER = 60;
/** Beyond these, days before and after would be no dates any more. */
const FIRST_DATE = '2000-01-01';
const LAST_DATE = '2199-12-31';
const HIGHEST_LIMIT = 100_000;

/** All settings, from what a round stores. */
export function enrolmentSettingsOf(stored: object): EnrolmentSettings {
  return { ...DEFAULT_ENROLMENT, ...stored };
}

/** Puts what was sent over what there is; unchecked. */
export function applyEnrolmentSettings(
  base: EnrolmentSettings,
  input: EnrolmentSettingsInput,
): EnrolmentSettings {
  const sent = KEYS.filter((key) => input[key] !== undefined).map(
    (key) => [key, input[key] ?? NOTHING[key]] as const,
  );
  return { ...base, ...Object.fromEntries(sent) };
}

/** How many of a role may enrol themselves; null for any number. */
export function limitOf(settings: EnrolmentSettings, role: 'mentor' | 'mentee'): number | null {
  return role === 'mentor' ? settings.mentorLimit : settings.menteeLimit;
}

/** Every field that can't work. */
export function enrolmentProblems(settings: EnrolmentSettings): FieldProblem[] {
  const { enrolsFrom, enrolsUntil, matchesOn, enrolReminderDays } = settings;
  const unreal = DATES.filter((path) => {
    const date = settings[path];
    return date !== null && !(isLocalDate(date) && date >= FIRST_DATE && date <= LAST_DATE);
  });
  if (unreal.length > 0)
    return unreal.map((path) => ({
      path,
      message: 'Give a date from 2000 to 2199 that exists, as YYYY-MM-DD, or null.',
    }));
  const problems: FieldProblem[] = [];
  if (enrolsFrom !== null && enrolsUntil !== null && enrolsUntil < enrolsFrom)
    problems.push({
      path: 'enrolsUntil',
      message: 'Let enrolment end on the day on which it begins, or later.',
    });
  const lastDay = enrolsUntil ?? enrolsFrom;
  if (matchesOn !== null && lastDay !== null && matchesOn <= lastDay)
    problems.push({ path: 'matchesOn', message: 'Plan the matching for a day after the enrolment.' });
  const fine =
    enrolReminderDays.length <= MOST_REMINDERS &&
    new Set(enrolReminderDays).size === enrolReminderDays.length &&
    enrolReminderDays.every((day) => Number.isInteger(day) && day >= 0 && day <= FURTHEST_REMINDER);
  if (!fine)
    problems.push({
      path: 'enrolReminderDays',
      message: `Give at most ${MOST_REMINDERS} different whole numbers from 0 to ${FURTHEST_REMINDER}.`,
    });
  return [
    ...problems,
    ...wholeFrom(1, 20, 'skipNoticeWorkingDays', settings),
    ...wholeFrom(1, 100, 'readyMentorsPercent', settings),
    ...wholeFrom(1, HIGHEST_LIMIT, 'mentorLimit', settings),
    ...wholeFrom(1, HIGHEST_LIMIT, 'menteeLimit', settings),
  ];
}

function wholeFrom(
  least: number,
  most: number,
  path: 'skipNoticeWorkingDays' | 'readyMentorsPercent' | 'mentorLimit' | 'menteeLimit',
  settings: EnrolmentSettings,
): FieldProblem[] {
  const value = settings[path];
  const fine = value === null || (Number.isInteger(value) && value >= least && value <= most);
  return fine ? [] : [{ path, message: `Give a whole number from ${least} to ${most}, or null.` }];
}
