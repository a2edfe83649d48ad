import type { Weekday } from '#availability';
import type { GroupQuestion } from './group-questions.js';

/** Dates on which a program rests: every week that the span touches is closed from Monday to Sunday. */
export interface ClosedSpan {
  /** Local dates `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
}

/** A person who reads the answers to mails. */
export interface MailContact {
  readonly name: string;
  readonly email: string;
}

/** How a program works. Each has a default; a program stores only what differs. */
export interface ProgramSettings {
  /** Working days that a mentor has to answer a request. */
  readonly answerWithinWorkingDays: number;
  /** Working days after a request on which the mentor is reminded. */
  readonly requestReminderWorkingDays: readonly number[];
  /** Requests of one mentee that wait for answers at the same time. */
  readonly requestsPendingPerMentee: number;
  /** Mentors that a mentee may rank. */
  readonly rankedChoices: number;
  /** Open requests that a mentor receives for each free place. */
  readonly openRequestsPerPlace: number;
  /** Places of a mentor who has not said otherwise. */
  readonly defaultMentorCapacity: number;
  /** Days from the start of a mentorship to its first meeting; those of closed weeks do not count. */
  readonly firstMeetingWithinDays: number;
  /** How long a mentorship lasts. */
  readonly lengthMonths: number;
  /** Minutes before a session at which both are reminded. */
  readonly sessionReminderMinutes: readonly number[];
  readonly sessionLengthMinutes: number;
  /** Free minutes around a session. */
  readonly sessionBufferMinutes: number;
  /** Least minutes from booking a session to its start. */
  readonly sessionNoticeMinutes: number;
  /** How many days ahead a session may be booked. */
  readonly sessionHorizonDays: number;
  /** A session cancelled later than this before its start counts as cancelled late. */
  readonly lateCancellationHours: number;
  /** Hours after its publication in which a match run can be taken back. */
  readonly withdrawWithinHours: number;
  readonly workingDays: readonly Weekday[];
  readonly closedWeeks: readonly ClosedSpan[];
  /** Whether people may ask to take part without an invitation. */
  readonly mentorsMayApply: boolean;
  readonly menteesMayApply: boolean;
  /** Whether an admin looks at those who apply or come by a link. */
  readonly approveMentors: boolean;
  readonly approveMentees: boolean;
  /** The organisation has given the privacy notice to those whom it imports; else each confirms it first. */
  readonly organisationInformsPeople: boolean;
  /** What people may say of themselves for the fairness report; none when empty. */
  readonly groupQuestions: readonly GroupQuestion[];
  /** Who the program's mails come from, by name; empty is the program's own. The address is always the installation's. */
  readonly mailSenderName: string;
  /** Who reads answers to mails; null is whoever has run the program longest. */
  readonly mailReplyTo: MailContact | null;
}

/** The settings of a program that has not chosen its own. */
export const DEFAULT_SETTINGS: ProgramSettings = {
  answerWithinWorkingDays: 5,
  requestReminderWorkingDays: [2, 4],
  requestsPendingPerMentee: 3,
  rankedChoices: 5,
  openRequestsPerPlace: 3,
  defaultMentorCapacity: 1,
  firstMeetingWithinDays: 14,
  lengthMonths: 6,
  sessionReminderMinutes: [1440, 60],
  sessionLengthMinutes: 45,
  sessionBufferMinutes: 0,
  sessionNoticeMinutes: 60,
  sessionHorizonDays: 60,
  lateCancellationHours: 3,
  withdrawWithinHours: 24,
  workingDays: ['MO', 'TU', 'WE', 'TH', 'FR'],
  closedWeeks: [],
  mentorsMayApply: false,
  menteesMayApply: false,
  approveMentors: true,
  approveMentees: true,
  organisationInformsPeople: false,
  groupQuestions: [],
  mailSenderName: '',
  mailReplyTo: null,
};

/** All settings of a program from what it stores. */
export function settingsOf(stored: object): ProgramSettings {
  return { ...DEFAULT_SETTINGS, ...stored };
}

/** What a program has to store: the settings that differ from the defaults. */
export function differences(settings: ProgramSettings): Partial<ProgramSettings> {
  const defaults = new Map<string, unknown>(Object.entries(DEFAULT_SETTINGS));
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([key, value]) => JSON.stringify(defaults.get(key)) !== JSON.stringify(value),
    ),
  );
}
