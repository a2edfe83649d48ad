import {
  advanceEnrolment,
  applyImport,
  closeRequests,
  endProposals,
  endSessions,
  executeRun,
  expandEvent,
  expandMailing,
  expireProposal,
  expireRequest,
  type JobContract,
  sendEmail,
  tellSameAgain,
  tellUnmatched,
  settleProposal,
} from '#contracts';
import type { JobHandler } from '#queue';
import type { Type } from '@nestjs/common';
import { AdvanceEnrolmentProcessor } from '../matching/advance-enrolment.processor.js';
import { CloseRequestsProcessor } from '../matching/close-requests.processor.js';
import { ExecuteRunProcessor } from '../matching/execute-run.processor.js';
import { ExpireRequestProcessor } from '../matching/expire-request.processor.js';
import { TellSameAgainProcessor } from '../matching/tell-same-again.processor.js';
import { TellUnmatchedProcessor } from '../matching/tell-unmatched.processor.js';
import { SettleProposalProcessor } from '../matching/settle-proposal.processor.js';
import { EndProposalsProcessor } from '../mentorships/end-proposals.processor.js';
import { ExpireProposalProcessor } from '../mentorships/expire-proposal.processor.js';
import { ExpandEventProcessor } from '../notifications/expand-event.processor.js';
import { ExpandMailingProcessor } from '../notifications/expand-mailing.processor.js';
import { SendEmailProcessor } from '../notifications/send-email.processor.js';
import { ApplyImportProcessor } from '../profiles/apply-import.processor.js';
import { EndSessionsProcessor } from '../sessions/end-sessions.processor.js';

/** Injection token of the list of all handlers. */
export const JOB_HANDLERS = Symbol('JOB_HANDLERS');

/** Every handler of this process, in one place: a job without one, or with two, stops the start. */
export const handlerTypes: readonly Type<JobHandler>[] = [
  ExpandEventProcessor,
  ExpandMailingProcessor,
  SendEmailProcessor,
  ApplyImportProcessor,
  ExecuteRunProcessor,
  ExpireRequestProcessor,
  TellUnmatchedProcessor,
  CloseRequestsProcessor,
  AdvanceEnrolmentProcessor,
  EndProposalsProcessor,
  ExpireProposalProcessor,
  SettleProposalProcessor,
  EndSessionsProcessor,
  TellSameAgainProcessor,
];

/** Every job that some handler must know. */
export const handledJobs: readonly JobContract[] = [
  expandEvent,
  expandMailing,
  sendEmail,
  applyImport,
  executeRun,
  expireRequest,
  tellUnmatched,
  closeRequests,
  advanceEnrolment,
  endProposals,
  expireProposal,
  settleProposal,
  endSessions,
  tellSameAgain,
];
