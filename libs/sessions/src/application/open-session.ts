import { NotAllowedError, VersionConflictError } from '#http';
import { Clock } from '#kernel';
import { type SessionEvent, sessionMachine, type SessionState } from '#lifecycle';
import { isAdmin, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { SessionRepository } from '../persistence/session.repository.js';
import type { SessionRow } from '../persistence/session.rows.js';
import { SessionBegunError, SessionStateError, SessionUnknownError } from '../sessions.errors.js';

/** Opens a session for a change, inside the transaction of the change. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The locked row, for one of the people who take part, or for an admin where `admins` says so.
   *
   * @throws SessionUnknownError, NotAllowedError
   */
  async lock(id: string, actor: ProgramActor, admins: 'too' | 'never' = 'never'): Promise<SessionRow> {
    const row = await this.sessions.lock(id, actor.programId);
    if (row === null) throw new SessionUnknownError();
    const mayChange = row.account_ids.includes(actor.accountId) || (admins === 'too' && isAdmin(actor));
    if (!mayChange) throw new NotAllowedError('Only the people who take part may change this session.');
    return row;
  }

  /**
   * The locked row as the caller read it, before it has begun.
   *
   * @throws SessionUnknownError, NotAllowedError, VersionConflictError, SessionStateError, SessionBegunError
   */
  async lockPlanned(
    id: string,
    version: number,
    event: 'move' | 'cancel',
    actor: ProgramActor,
  ): Promise<SessionRow> {
    const row = await this.lock(id, actor);
    if (row.version !== version) throw new VersionConflictError();
    nextState(row.state, event);
    if (row.starts_at <= this.clock.now()) throw new SessionBegunError();
    return row;
  }
}

/** The state to which an event leads; @throws SessionStateError */
export function nextState(state: string, event: SessionEvent): SessionState {
  const outcome = sessionMachine.transition(sessionMachine.stateOf(state), event);
  if (!outcome.ok) throw new SessionStateError(state, outcome.error.allowed);
  return outcome.value;
}
