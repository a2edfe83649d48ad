import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { ChangeMentorship } from './application/change-mentorship.js';
import { CompleteMentorship, EndMentorship } from './application/close-mentorship.js';
import { ExchangePartners } from './application/exchange-partners.js';
import { ImportPairs } from './application/import-pairs.js';
import { MentorshipQueries } from './application/mentorship.queries.js';
import { PauseMentorship, ResumeMentorship } from './application/pause-mentorship.js';
import { ProgramTerms } from './application/program-terms.js';
import { ReleaseMentorship } from './application/release-mentorship.js';
import { StartMentorships } from './application/start-mentorships.js';
import { WithdrawMentorships } from './application/withdraw-mentorships.js';

const exported = [
  ImportPairs,
  StartMentorships,
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
  providers: [...exported, ChangeMentorship, ProgramTerms],
  exports: exported,
})
export class MentorshipsModule {}
