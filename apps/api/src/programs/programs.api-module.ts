import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { InvitationsController } from './invitations.controller.js';
import { JoiningController } from './joining.controller.js';
import { ParticipationsController } from './participations.controller.js';
import { ProgramsController } from './programs.controller.js';

/** Routes of programs and of the people in them. */
@Module({
  imports: [ProgramsModule],
  controllers: [ProgramsController, ParticipationsController, InvitationsController, JoiningController],
})
export class ProgramsApiModule {}
