import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { RematchRequestClosedError, RematchRequestUnknownError } from '../rematch.errors.js';

/** An admin's no. */
export interface DeclineRematchInput {
  readonly rematchRequestId: string;
  /** Quoted in the mail to whoever asked. */
  readonly answer: string | null;
}

/** Answers a wish for another partner with a kind no; the partner hears nothing. */
@Injectable()
export class DeclineRematch {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Declining again changes nothing. @throws RematchRequestUnknownError, RematchRequestClosedError */
  async execute({ rematchRequestId: id, answer }: DeclineRematchInput, actor: ProgramActor): Promise<void> {
    const { programId, accountId } = actor;
    await this.db.transaction(async () => {
      const [row] = await this.db.query<{ state: string; mentorship_id: string }>(
        `SELECT state, mentorship_id FROM rematch_request WHERE id = $1 AND program_id = $2 FOR UPDATE`,
        [id, programId],
      );
      if (row === undefined) throw new RematchRequestUnknownError();
      if (row.state === 'declined') return;
      if (row.state !== 'open') throw new RematchRequestClosedError(row.state);
      const words = answer?.trim() ?? '';
      await this.db.query(
        `UPDATE rematch_request SET state = 'declined', answer = $2, answered_by = $3, answered_at = $4,
           version = version + 1 WHERE id = $1`,
        [id, words === '' ? null : words, accountId, this.clock.now()],
      );
      await this.outbox.append({
        type: 'rematch.answered.v1',
        payload: { rematchRequestId: id },
        programId,
        subjectId: id,
        dedupeKey: `rematch.answered:${id}`,
      });
      await this.audit.record(actor, {
        action: 'mentorship.rematch-declined',
        subjectId: row.mentorship_id,
      });
    });
  }
}
