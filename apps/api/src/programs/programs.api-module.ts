import { MatchingModule } from '#matching';
import { ProfilesModule } from '#profiles';
import { ProgramsModule } from '#programs';
import { Module, type OnModuleInit } from '@nestjs/common';
import { MailActions } from '../mail-actions/mail-actions.js';
import { AuditController } from './audit.controller.js';
import { ConfirmPrivacyByMail } from './confirm-privacy-by-mail.js';
import { GroupAnswersController } from './group-answers.controller.js';
import { WavesController } from './waves.controller.js';
import { InvitationPageController } from './invitation-page.controller.js';
import { InvitationsController } from './invitations.controller.js';
import { JoiningController } from './joining.controller.js';
import { ParticipationsController } from './participations.controller.js';
import { ProgramClonesController } from './program-clones.controller.js';
import { ProgramTemplatesController } from './program-templates.controller.js';
import { ProgramsController } from './programs.controller.js';

/** Routes of programs and of the people in them, and what can be answered from mails about them. */
@Module({
  imports: [ProgramsModule, ProfilesModule, MatchingModule],
  controllers: [
    GroupAnswersController,
    AuditController,
    WavesController,
    InvitationPageController,
    ProgramsController,
    ProgramClonesController,
    ProgramTemplatesController,
    ParticipationsController,
    InvitationsController,
    JoiningController,
  ],
  providers: [ConfirmPrivacyByMail],
})
export class ProgramsApiModule implements OnModuleInit {
  constructor(
    private readonly actions: MailActions,
    private readonly confirmPrivacy: ConfirmPrivacyByMail,
  ) {}

  onModuleInit(): void {
    this.actions.register(this.confirmPrivacy);
  }
}
