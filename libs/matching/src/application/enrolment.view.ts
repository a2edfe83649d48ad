import type { EnrolmentSettings } from './enrolment-settings.js';

/** Somebody's own place in a round. */
export interface OwnPlace {
  readonly cohortId: string;
  readonly programId: string;
  readonly participationId: string;
}

/** Where somebody stands in a round in one of their roles. */
export interface OwnPartView {
  readonly participationId: string;
  readonly role: 'mentor' | 'mentee';
  /** `in`: enrolled; `waiting`: for a place; `out`: not this time; `skipped`: stepped back after the enrolment; null: no answer yet. */
  readonly answer: 'in' | 'waiting' | 'out' | 'skipped' | null;
  /** Of somebody who waits, 1 for the next; else null. */
  readonly placeInLine: number | null;
}

/** Somebody who waits for a place. */
export interface WaitingPersonView {
  readonly participationId: string;
  readonly role: 'mentor' | 'mentee';
  readonly name: string;
  readonly since: Date;
}

/** A round as somebody sees it who may enrol. */
export interface OwnEnrolmentView extends Pick<
  EnrolmentSettings,
  'enrolsFrom' | 'enrolsUntil' | 'matchesOn'
> {
  readonly cohortId: string;
  readonly name: string;
  readonly state: string;
  /** Whether people enrol themselves at present. */
  readonly open: boolean;
  readonly parts: readonly OwnPartView[];
}
