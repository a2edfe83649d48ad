import type { EventType } from './events/domain-event.js';
import {
  applyImport,
  endSessions,
  type EventJobPayload,
  executeRun,
  expandEvent,
  expireRequest,
} from './jobs/event.jobs.js';
import type { JobContract } from './jobs/job-contract.js';

/** Which jobs an event owes; it is done when each of them has written its mark. */
export const eventRoutes: Readonly<Record<EventType, readonly JobContract<EventJobPayload>[]>> = {
  'account.verification-requested.v1': [expandEvent],
  'account.password-reset-requested.v1': [expandEvent],
  'account.sign-in-link-requested.v1': [expandEvent],
  'account.password-changed.v1': [expandEvent],
  'participation.invited.v1': [expandEvent],
  'participation.applied.v1': [expandEvent],
  'participation.approved.v1': [expandEvent],
  'participation.declined.v1': [expandEvent],
  'participation.imported.v1': [expandEvent],
  'import.requested.v1': [applyImport],
  'request.received.v1': [expandEvent],
  'request.accepted.v1': [expandEvent],
  'request.declined.v1': [expandEvent],
  'request.more-asked.v1': [expandEvent],
  'request.more-answered.v1': [expandEvent],
  'request.withdrawn.v1': [expandEvent],
  'request.superseded.v1': [expandEvent],
  'request.expired.v1': [expandEvent],
  'request.reminder-due.v1': [expandEvent],
  'request.expiry-due.v1': [expireRequest],
  'match-run.requested.v1': [executeRun],
  'match-run.published.v1': [expandEvent],
  'mentorship.started.v1': [expandEvent],
  'mentorship.ended.v1': [endSessions],
  'mentorship.released.v1': [expandEvent],
  'mentorship.release-notice-due.v1': [expandEvent],
  'session.booked.v1': [expandEvent],
  'session.moved.v1': [expandEvent],
  'session.cancelled.v1': [expandEvent],
  'session.reminder-due.v1': [expandEvent],
};
