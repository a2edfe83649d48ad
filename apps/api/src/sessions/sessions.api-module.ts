import { SessionsModule } from '#sessions';
import { Module } from '@nestjs/common';
import { MentorshipSessionsController } from './mentorship-sessions.controller.js';
import { SessionsController } from './sessions.controller.js';

/** Routes of sessions. */
@Module({
  imports: [SessionsModule],
  controllers: [MentorshipSessionsController, SessionsController],
})
export class SessionsApiModule {}
