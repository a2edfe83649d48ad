import { isLocalDate, WEEKDAYS } from '#availability';
import type { FieldProblem } from '#kernel';
import { problemsOfGroupQuestions } from './group-questions.js';
import { isEmail } from '#roster';
import type { ProgramSettings } from './program-settings.js';

type Check = (value: unknown, path: string) => FieldProblem[];

const isWhole = (value: unknown, low: number, high: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;

const whole =
  (low: number, high: number): Check =>
  (value, path) =>
    isWhole(value, low, high) ? [] : [{ path, message: `Give a whole number from ${low} to ${high}.` }];

const truth: Check = (value, path) =>
  typeof value === 'boolean' ? [] : [{ path, message: 'Give true or false.' }];

const wholes =
  (low: number, high: number, most: number): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length > most)
      return [{ path, message: `Give a list of at most ${most} whole numbers.` }];
    if (new Set(value).size < value.length) return [{ path, message: 'Give each number once.' }];
    return value.flatMap((each: unknown, index) => whole(low, high)(each, `${path}.${index}`));
  };

const weekdays: Check = (value, path) => {
  const known: readonly unknown[] = WEEKDAYS;
  const valid =
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every((each) => known.includes(each));
  return valid ? [] : [{ path, message: `Give at least one of ${WEEKDAYS.join(', ')}, each once.` }];
};

const spans: Check = (value, path) => {
  if (!Array.isArray(value) || value.length > 60)
    return [{ path, message: 'Give a list of at most 60 spans with "from" and "to".' }];
  return value.flatMap((each: unknown, index) => spanProblem(each, `${path}.${index}`));
};

function spanProblem(value: unknown, path: string): FieldProblem[] {
  if (typeof value !== 'object' || value === null) return [{ path, message: 'Give {"from", "to"}.' }];
  const extra = Object.keys(value).filter((key) => key !== 'from' && key !== 'to');
  if (extra.length > 0)
    return extra.map((key) => ({ path: `${path}.${key}`, message: 'This field is unknown; remove it.' }));
  const { from, to } = value as { from?: unknown; to?: unknown };
  const problems = Object.entries({ from, to })
    .filter(([, date]) => typeof date !== 'string' || !isLocalDate(date))
    .map(([key]) => ({ path: `${path}.${key}`, message: 'Give a date like 2027-03-01.' }));
  if (problems.length > 0) return problems;
  if (String(to) < String(from)) return [{ path: `${path}.to`, message: 'The span ends before it starts.' }];
  const days = (Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000;
  return days > 370 ? [{ path: `${path}.to`, message: 'A span closes at most a year.' }] : [];
}

/** What a header of a mail can show as a name: no controls, nothing that turns or ends it. */
const HEADER_NAME = /^[^\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069"\\<>]*$/u;
const LONGEST_NAME = 80;

const isHeaderName = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_NAME && HEADER_NAME.test(value);

const NAME_RULE = `one line of at most ${LONGEST_NAME} characters without quotes, backslashes and < >`;

const senderName: Check = (value, path) =>
  isHeaderName(value) ? [] : [{ path, message: `Give ${NAME_RULE}; empty for the program’s own name.` }];

const replyTo: Check = (value, path) => {
  if (value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value))
    return [{ path, message: 'Give {"name", "email"}, or null for whoever runs the program.' }];
  const { name, email, ...others } = value as Readonly<Record<string, unknown>>;
  return [
    ...(isHeaderName(name) && name.trim() !== ''
      ? []
      : [{ path: `${path}.name`, message: `Give the person’s name: ${NAME_RULE}.` }]),
    ...(typeof email === 'string' && isEmail(email)
      ? []
      : [{ path: `${path}.email`, message: 'Give one address like name@example.org.' }]),
    ...Object.keys(others).map((key) => ({
      path: `${path}.${key}`,
      message: 'This field is unknown; remove it.',
    })),
  ];
};

const checks: Readonly<Record<keyof ProgramSettings, Check>> = {
  answerWithinWorkingDays: whole(1, 60),
  requestReminderWorkingDays: wholes(1, 59, 5),
  requestsPendingPerMentee: whole(1, 20),
  rankedChoices: whole(1, 20),
  openRequestsPerPlace: whole(1, 50),
  defaultMentorCapacity: whole(0, 50),
  firstMeetingWithinDays: whole(1, 180),
  lengthMonths: whole(1, 60),
  sessionReminderMinutes: wholes(1, 20_160, 5),
  sessionLengthMinutes: whole(5, 480),
  sessionBufferMinutes: whole(0, 240),
  sessionNoticeMinutes: whole(0, 20_160),
  sessionHorizonDays: whole(1, 366),
  lateCancellationHours: whole(0, 168),
  withdrawWithinHours: whole(0, 720),
  workingDays: weekdays,
  closedWeeks: spans,
  mentorsMayApply: truth,
  menteesMayApply: truth,
  approveMentors: truth,
  approveMentees: truth,
  organisationInformsPeople: truth,
  groupQuestions: problemsOfGroupQuestions,
  mailSenderName: senderName,
  mailReplyTo: replyTo,
};

/** Every problem of changes to settings, at `settings.<name>`; none means that they may be stored. */
export function problemsOfSettings(changes: Readonly<Record<string, unknown>>): FieldProblem[] {
  const known = new Map<string, Check>(Object.entries(checks));
  return Object.entries(changes).flatMap(([key, value]) => {
    const path = `settings.${key}`;
    return known.get(key)?.(value, path) ?? [{ path, message: 'There is no such setting; remove it.' }];
  });
}
