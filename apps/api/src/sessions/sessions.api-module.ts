import { ProgramsModule } from '#programs';
import { SessionsModule } from '#sessions';
import { Module, type OnModuleInit } from '@nestjs/common';
import { MailActions } from '../mail-actions/mail-actions.js';
import { BookByMail } from './book-by-mail.js';
import { MentorshipSessionsController } from './mentorship-sessions.controller.js';
import { SessionsController } from './sessions.controller.js';

/** Routes of sessions, and the first one booked from a mail. */
@Module({
  imports: [ProgramsModule, SessionsModule],
  controllers: [MentorshipSessionsController, SessionsController],
  providers: [BookByMail],
})
export class SessionsApiModule implements OnModuleInit {
  constructor(
    private readonly actions: MailActions,
    private readonly book: BookByMail,
  ) {}

  onModuleInit(): void {
    this.actions.register(this.book);
  }
}
