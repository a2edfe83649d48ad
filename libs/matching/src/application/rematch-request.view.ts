import type { NamedPerson } from './run.view.js';

/** What can become of a request for another partner; `overtaken`: the mentorship was over before it was answered. */
export const REMATCH_STATES = [
  'open',
  'withdrawn',
  'declined',
  'not-found',
  'rematched',
  'overtaken',
] as const;
export type RematchState = (typeof REMATCH_STATES)[number];

/** A request for another partner, as whoever asked and admins see it. */
export interface RematchRequestView {
  readonly id: string;
  readonly mentorshipId: string;
  /** Which of the two asked. */
  readonly askedBy: 'mentee' | 'mentor';
  readonly mentee: NamedPerson;
  readonly mentor: NamedPerson;
  readonly state: RematchState;
  /** For the coordinator. */
  readonly note: string | null;
  /** The coordinator's words. */
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly createdAt: Date;
}
