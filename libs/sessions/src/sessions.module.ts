import { ProgramsModule } from '#programs';
import { Module } from '@nestjs/common';
import { BookSession } from './application/book-session.js';
import { CancelSession } from './application/cancel-session.js';
import { CloseSession } from './application/close-session.js';
import { EndSessions } from './application/end-sessions.js';
import { FindSlots } from './application/find-slots.js';
import { MoveSession } from './application/move-session.js';
import { OpenSession } from './application/open-session.js';
import { PairCalendar } from './application/pair-calendar.js';
import { SessionQueries } from './application/session.queries.js';
import { PairRepository } from './persistence/pair.repository.js';
import { SessionRepository } from './persistence/session.repository.js';

const exported = [
  BookSession,
  CancelSession,
  CloseSession,
  EndSessions,
  FindSlots,
  MoveSession,
  SessionQueries,
];

/** Meetings of a mentorship: finding a time, booking, moving, cancelling. */
@Module({
  imports: [ProgramsModule],
  providers: [...exported, OpenSession, PairCalendar, PairRepository, SessionRepository],
  exports: exported,
})
export class SessionsModule {}
