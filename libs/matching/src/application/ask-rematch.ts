import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { MentorshipUnknownError } from '#mentorships';
import { Outbox } from '#outbox';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { RematchRequestEntity } from '../persistence/rematch-request.entity.js';
import {
  MentorshipOverError,
  RematchAskedError,
  RematchAskedOftenError,
  RematchRequestClosedError,
  RematchRequestUnknownError,
} from '../rematch.errors.js';

/** So often may one of a pair ask; after that it is time to talk. */
const MOST_REQUESTS = 3;

/** A quiet wish for another partner. */
export interface AskRematchInput {
  readonly mentorshipId: string;
  /** For the coordinator alone. */
  readonly note: string | null;
}

/** Asks the coordinator for another partner, without fault and without the partner's knowing; or takes that back. */
@Injectable()
export class AskRematch {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns id of the request; @throws MentorshipUnknownError, MentorshipOverError, RematchAskedError, RematchAskedOftenError */
  async execute({ mentorshipId, note }: AskRematchInput, actor: ProgramActor): Promise<string> {
    return this.db.transaction(async () => {
      const askedBy = await this.lockAsker(mentorshipId, actor);
      const [counts] = await this.db.query<{ open: number; all: number }>(
        `SELECT (count(*) FILTER (WHERE state = 'open'))::int AS open, (count(*) FILTER (WHERE state <> 'withdrawn'))::int AS all
         FROM rematch_request WHERE mentorship_id = $1 AND asked_by = $2`,
        [mentorshipId, askedBy],
      );
      if ((counts?.open ?? 0) > 0) throw new RematchAskedError();
      if ((counts?.all ?? 0) >= MOST_REQUESTS) throw new RematchAskedOftenError(MOST_REQUESTS);
      const id = this.ids.next();
      const { programId } = actor;
      const words = note?.trim() ?? '';
      await this.db.repository(RematchRequestEntity).insert({
        id,
        programId,
        mentorshipId,
        askedBy,
        state: 'open',
        note: words === '' ? null : words,
        createdAt: this.clock.now(),
      });
      await this.outbox.append({
        type: 'rematch.asked.v1',
        payload: { rematchRequestId: id },
        programId,
        subjectId: id,
        dedupeKey: `rematch.asked:${id}`,
      });
      return id;
    });
  }

  /** Withdrawing again changes nothing. @throws RematchRequestUnknownError, RematchRequestClosedError */
  async withdraw(rematchRequestId: string, actor: ProgramActor): Promise<void> {
    await this.db.transaction(async () => {
      const [row] = await this.db.query<{ state: string }>(
        `SELECT q.state FROM rematch_request q JOIN participation p ON p.id = q.asked_by
         WHERE q.id = $1 AND q.program_id = $2 AND p.account_id = $3 FOR UPDATE OF q`,
        [rematchRequestId, actor.programId, actor.accountId],
      );
      if (row === undefined) throw new RematchRequestUnknownError();
      if (row.state === 'withdrawn') return;
      if (row.state !== 'open') throw new RematchRequestClosedError(row.state);
      await this.db.query(
        `UPDATE rematch_request SET state = 'withdrawn', version = version + 1 WHERE id = $1`,
        [rematchRequestId],
      );
    });
  }

  /** The participation of whoever asks; of two clicks at once the second waits here. */
  private async lockAsker(mentorshipId: string, actor: ProgramActor): Promise<string> {
    const [row] = await this.db.query<{ id: string; live: boolean }>(
      `SELECT p.id, m.state IN ('proposed', 'active', 'paused') AS live
       FROM mentorship m JOIN participation p ON p.id IN (m.mentor_id, m.mentee_id)
       WHERE m.id = $1 AND m.program_id = $2 AND p.account_id = $3 FOR UPDATE OF m`,
      [mentorshipId, actor.programId, actor.accountId],
    );
    if (row === undefined) throw new MentorshipUnknownError();
    if (!row.live) throw new MentorshipOverError();
    return row.id;
  }
}
