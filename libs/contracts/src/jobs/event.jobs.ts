import { IsUUID } from 'class-validator';
import type { JobContract } from './job-contract.js';

/** Payload of a job that handles one event. */
export class EventJobPayload {
  @IsUUID()
  eventId!: string;
}

const eventJob = (name: string, queue: JobContract['queue']): JobContract<EventJobPayload> => ({
  name,
  queue,
  version: 1,
  payload: EventJobPayload,
});

/** Turns an event into one delivery for each recipient and channel. */
export const expandEvent = eventJob('notification.expand-event', 'events');
/** Turns a step of a mailing into one delivery for each of many people. */
export const expandMailing = eventJob('notification.expand-mailing', 'imports');
/** Computes a match run in a worker thread. */
export const executeRun = eventJob('matching.execute-run', 'matching');
/** Answers those whom a publication left without a partner. */
export const tellUnmatched = eventJob('matching.tell-unmatched', 'events');
/** Ends a request that nobody answered in time. */
export const expireRequest = eventJob('matching.expire-request', 'events');
/** Ends a proposed mentorship to which somebody said nothing in time. */
export const expireProposal = eventJob('mentorships.expire-proposal', 'events');
/** Ends proposed mentorships of somebody who stops taking part. */
export const endProposals = eventJob('mentorships.end-proposals', 'events');
/** Draws the consequences for a round of a proposal that came to nothing. */
export const settleProposal = eventJob('matching.settle-proposal', 'events');
/** Closes requests that nobody can answer any more, or need not. */
export const closeRequests = eventJob('matching.close-requests', 'events');
/** Does what is planned for an enrolment: opens it, tells people, closes it. */
export const advanceEnrolment = eventJob('matching.advance-enrolment', 'events');
/** Cancels what a mentorship that is over had planned. */
export const endSessions = eventJob('sessions.end-sessions', 'events');
/** Writes the good rows of an import. */
export const applyImport = eventJob('profiles.apply-import', 'imports');
/** Tells everybody of an earlier round who is asked to take part again. */
export const tellSameAgain = eventJob('matching.tell-same-again', 'events');
