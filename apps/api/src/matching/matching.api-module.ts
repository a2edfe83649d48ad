import { MatchingModule } from '#matching';
import { Module } from '@nestjs/common';
import { CohortMembersController } from './cohort-members.controller.js';
import { CohortController } from './cohort.controller.js';
import { MentorController } from './mentor.controller.js';
import { PublicationController } from './publication.controller.js';
import { RunComparisonController } from './run-comparison.controller.js';
import { RunExportController } from './run-export.controller.js';
import { RunController } from './run.controller.js';
import { VariantController } from './variant.controller.js';

/** Routes of rounds, their runs, and the directory of mentors. */
@Module({
  imports: [MatchingModule],
  controllers: [
    CohortController,
    CohortMembersController,
    RunController,
    RunComparisonController,
    RunExportController,
    PublicationController,
    VariantController,
    MentorController,
  ],
})
export class MatchingApiModule {}
