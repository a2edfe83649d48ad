import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { ConfirmProposal, DeclineProposal } from './application/answer-proposal.js';
import { ChangeMentorship } from './application/change-mentorship.js';
import { ChangeProposal } from './application/change-proposal.js';
import { CompleteMentorship, EndMentorship } from './application/close-mentorship.js';
import { ExchangePartners } from './application/exchange-partners.js';
import { EndProposals } from './application/end-proposals.js';
import { ExpireProposal } from './application/expire-proposal.js';
import { ImportPairs } from './application/import-pairs.js';
import { LockMentorship } from './application/lock-mentorship.js';
import { MentorshipQueries } from './application/mentorship.queries.js';
import { PauseMentorship, ResumeMentorship } from './application/pause-mentorship.js';
import { ProgramTerms } from './application/program-terms.js';
import { ProposeMentorships } from './application/propose-mentorships.js';
import { ReleaseMentorship } from './application/release-mentorship.js';
import { StartMentorships } from './application/start-mentorships.js';
import { WithdrawMentorships } from './application/withdraw-mentorships.js';

const exported = [
  ImportPairs,
  StartMentorships,
  ProposeMentorships,
  ConfirmProposal,
  DeclineProposal,
  ExpireProposal,
  EndProposals,
  WithdrawMentorships,
  ExchangePartners,
  ReleaseMentorship,
  EndMentorship,
  CompleteMentorship,
  PauseMentorship,
  ResumeMentorship,
  MentorshipQueries,
];

/** The relationship of a mentor and a mentee, from its start to its end. */
@Module({
  imports: [ProgramsModule],
  providers: [...exported, ChangeMentorship, ChangeProposal, LockMentorship, ProgramTerms],
  exports: exported,
})
export class MentorshipsModule {}
