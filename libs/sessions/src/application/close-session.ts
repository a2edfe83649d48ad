import { MINUTE_MS } from '#availability';
import { Database } from '#database';
import { NotAllowedError } from '#http';
import { Clock } from '#kernel';
import { AuditLog, isAdmin, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { SessionRepository } from '../persistence/session.repository.js';
import type { SessionRow } from '../persistence/session.rows.js';
import { SessionNotBegunError } from '../sessions.errors.js';
import { nextState, OpenSession } from './open-session.js';
import { SessionQueries } from './session.queries.js';
import type { SessionView } from './session.view.js';

/** Nobody is said to be missing before they had these minutes to come. */
const PATIENCE_MS = 10 * MINUTE_MS;

/** Whether a session took place. */
export type SessionOutcome = 'completed' | 'did_not_happen';

/** Notes that a session took place, or that it did not. */
@Injectable()
export class CloseSession {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly open: OpenSession,
    private readonly sessions: SessionRepository,
    private readonly queries: SessionQueries,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Either of the two may say it. When the other one says differently the session is disputed, and an admin settles
   * it. To repeat what is noted already changes nothing.
   *
   * @throws SessionUnknownError, NotAllowedError, SessionStateError, SessionNotBegunError
   */
  async execute(
    input: { readonly sessionId: string; readonly outcome: SessionOutcome },
    actor: ProgramActor,
  ): Promise<SessionView> {
    await this.db.transaction(async () => {
      const row = await this.open.lock(input.sessionId, actor, 'too');
      if (row.state === input.outcome) return;
      const next = nextState(row.state, this.eventOf(row, input.outcome, actor));
      this.checkTime(row, input.outcome);
      await this.sessions.close(row.id, next, actor.accountId);
      if (!row.account_ids.includes(actor.accountId))
        await this.audit.record(actor, {
          action: 'session.settled',
          subjectId: row.id,
          about: await this.sessions.participationsOf(row.id),
          fields: [input.outcome],
        });
    });
    return this.queries.get(input.sessionId, actor);
  }

  private eventOf(row: SessionRow, outcome: SessionOutcome, actor: ProgramActor) {
    const takesPart = row.account_ids.includes(actor.accountId);
    if (row.state === 'disputed' && (takesPart || !isAdmin(actor)))
      throw new NotAllowedError('You two say differently. Ask your coordinator, who can settle it.');
    const closed = row.state === 'completed' || row.state === 'did_not_happen';
    if (closed && takesPart && row.outcome_by !== actor.accountId) return 'dispute';
    return outcome === 'completed' ? 'complete' : 'miss';
  }

  private checkTime(row: SessionRow, outcome: SessionOutcome): void {
    const patience = outcome === 'completed' ? 0 : PATIENCE_MS;
    const from = new Date(row.starts_at.getTime() + patience);
    if (this.clock.now() < from) throw new SessionNotBegunError(from);
  }
}
