import { MentorshipsModule } from '#mentorships';
import { ProfilesModule } from '#profiles';
import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { AcceptRequest } from './application/accept-request.js';
import { AdvanceRequests } from './application/advance-requests.js';
import { AnswerMore, AskMore } from './application/ask-more.js';
import { AskMentors } from './application/ask-mentors.js';
import { ChangeRequest } from './application/change-request.js';
import { CloseRequestsOfStopped } from './application/close-requests-of-stopped.js';
import { DeclineRequest } from './application/decline-request.js';
import { ExpireRequest } from './application/expire-request.js';
import { HandInRequests } from './application/hand-in-requests.js';
import { ReorderRequests } from './application/reorder-requests.js';
import { RequestEvents } from './application/request-events.js';
import { ReadRequestReasons } from './application/request-reasons.js';
import { ReadRequestTerms } from './application/request-terms.js';
import { RequestQueries } from './application/request.queries.js';
import { DeleteRequestDraft, EditRequestDraft, SaveRequestDraft } from './application/save-request-draft.js';
import { SubmitRequest } from './application/submit-request.js';
import { SupersedeRequests } from './application/supersede-requests.js';
import { WithdrawRequest } from './application/withdraw-request.js';
import { RequestRepository } from './persistence/request.repository.js';

const exported = [
  AskMentors,
  SaveRequestDraft,
  EditRequestDraft,
  DeleteRequestDraft,
  SubmitRequest,
  ReorderRequests,
  WithdrawRequest,
  AcceptRequest,
  DeclineRequest,
  AskMore,
  AnswerMore,
  ExpireRequest,
  CloseRequestsOfStopped,
  SupersedeRequests,
  RequestQueries,
];

/** Mentees ask mentors, and mentors answer. */
@Module({
  imports: [ProgramsModule, ProfilesModule, MentorshipsModule],
  providers: [
    ...exported,
    RequestRepository,
    ChangeRequest,
    HandInRequests,
    AdvanceRequests,
    RequestEvents,
    ReadRequestReasons,
    ReadRequestTerms,
  ],
  exports: exported,
})
export class RequestsModule {}
