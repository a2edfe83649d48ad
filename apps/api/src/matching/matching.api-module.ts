import { MatchingModule } from '#matching';
import { Module, type OnModuleInit } from '@nestjs/common';
import { MailActions } from '../mail-actions/mail-actions.js';
import { CohortClonesController } from './cohort-clones.controller.js';
import { NotificationsModule } from '#notifications';
import { AnswersController } from './answers.controller.js';
import { CohortMembersController } from './cohort-members.controller.js';
import { CohortController } from './cohort.controller.js';
import { FairnessController } from './fairness.controller.js';
import { EnrolmentMailActions } from './enrolment-mail-actions.js';
import { ProfilesModule } from '#profiles';
import { ProfileFieldController } from './profile-field.controller.js';
import { HandMadePairController } from './hand-made-pair.controller.js';
import { MentorController } from './mentor.controller.js';
import { NextBestController } from './next-best.controller.js';
import { OwnEnrolmentController } from './own-enrolment.controller.js';
import { PublicationController } from './publication.controller.js';
import { ReadinessController } from './readiness.controller.js';
import { RematchController } from './rematch.controller.js';
import { RelaxationsController } from './relaxations.controller.js';
import { RunComparisonController } from './run-comparison.controller.js';
import { RunExportController } from './run-export.controller.js';
import { RunHistoryController } from './run-history.controller.js';
import { RunController } from './run.controller.js';
import { SameAgainMailActions } from './same-again-mail-actions.js';
import { SameAgainController } from './same-again.controller.js';
import { RunsExportController } from './runs-export.controller.js';
import { VariantController } from './variant.controller.js';

/** Routes of rounds, their runs, and the directory of mentors, and what can be answered from mails about rounds. */
@Module({
  imports: [MatchingModule, NotificationsModule, ProfilesModule],
  controllers: [
    FairnessController,
    RunsExportController,
    CohortController,
    CohortClonesController,
    ProfileFieldController,
    CohortMembersController,
    SameAgainController,
    OwnEnrolmentController,
    ReadinessController,
    RunController,
    RunComparisonController,
    RunExportController,
    PublicationController,
    AnswersController,
    RelaxationsController,
    RematchController,
    VariantController,
    HandMadePairController,
    NextBestController,
    RunHistoryController,
    MentorController,
  ],
  providers: [SameAgainMailActions, EnrolmentMailActions],
})
export class MatchingApiModule implements OnModuleInit {
  constructor(
    private readonly actions: MailActions,
    private readonly sameAgain: SameAgainMailActions,
    private readonly enrolment: EnrolmentMailActions,
  ) {}

  onModuleInit(): void {
    this.actions.register(...this.sameAgain.all(), ...this.enrolment.all());
  }
}
