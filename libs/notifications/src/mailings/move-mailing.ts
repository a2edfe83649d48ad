import { Database } from '#database';
import { InvalidInputError } from '#http';
import { Clock } from '#kernel';
import { type MailingEvent, mailingMachine } from '#lifecycle';
import { Outbox } from '#outbox';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { MailingStateError } from '../notifications.errors.js';
import { lockMailing, type LockedMailing } from './lock-mailing.js';

const YEAR_MS = 366 * 86_400_000;
/** What `send` leads to, sooner or later. */
const ON_ITS_WAY: readonly string[] = ['scheduled', 'sending', 'sent'];

/** Sends a mailing, at once or later, and calls it off. Doing either twice changes nothing. */
@Injectable()
export class MoveMailing {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** @param sendAt now when null or past; @throws MailingUnknownError, MailingStateError, InvalidInputError */
  async send(mailingId: string, sendAt: Date | null, actor: ProgramActor): Promise<void> {
    const { programId } = actor;
    const now = this.clock.now();
    const due = sendAt === null || sendAt < now ? now : sendAt;
    if (due.getTime() - now.getTime() > YEAR_MS)
      throw new InvalidInputError([{ path: 'sendAt', message: 'Give a time within the next 366 days.' }]);
    await this.db.transaction(async () => {
      const mailing = await lockMailing(this.db, mailingId, programId);
      if (ON_ITS_WAY.includes(mailing.state)) return;
      await this.move(mailingId, mailing, 'send', 'sent');
      await this.db.query(`UPDATE mailing SET send_at = $2 WHERE id = $1`, [mailingId, due]);
      await this.outbox.append({
        type: 'mailing.step-due.v1',
        payload: { mailingId, step: 0 },
        programId,
        subjectId: mailingId,
        dedupeKey: `mailing.step:${mailingId}:0`,
        dueAt: due,
      });
      await this.audit.record(actor, { action: 'mailing.sent', subjectId: mailingId });
    });
  }

  /** What waits to be sent is left out from now on. @throws MailingUnknownError, MailingStateError */
  async cancel(mailingId: string, actor: ProgramActor): Promise<void> {
    await this.db.transaction(async () => {
      const mailing = await lockMailing(this.db, mailingId, actor.programId);
      if (mailing.state === 'cancelled') return;
      await this.move(mailingId, mailing, 'cancel', 'cancelled');
      await this.audit.record(actor, { action: 'mailing.cancelled', subjectId: mailingId });
    });
  }

  private async move(
    id: string,
    { state }: LockedMailing,
    event: MailingEvent,
    wanted: string,
  ): Promise<void> {
    const next = mailingMachine.transition(state, event);
    if (!next.ok) throw new MailingStateError(state, wanted);
    await this.db.query(
      `UPDATE mailing SET state = $2, version = version + 1,
         finished_at = CASE WHEN $2 = 'cancelled' THEN $3::timestamptz END WHERE id = $1`,
      [id, next.value, this.clock.now()],
    );
  }
}
