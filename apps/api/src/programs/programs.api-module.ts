import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { InvitationPageController } from './invitation-page.controller.js';
import { InvitationsController } from './invitations.controller.js';
import { JoiningController } from './joining.controller.js';
import { ParticipationsController } from './participations.controller.js';
import { ProgramsController } from './programs.controller.js';

/** Routes of programs and of the people in them. */
@Module({
  imports: [ProgramsModule],
  controllers: [
    InvitationPageController,
    ProgramsController,
    ParticipationsController,
    InvitationsController,
    JoiningController,
  ],
})
export class ProgramsApiModule {}
