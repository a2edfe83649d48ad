import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { ASKING_STATES } from './ask-same-again.js';

/** People told with one statement. */
const AT_ONCE = 500;

/** Puts the mails to those on their way who are to be asked whether they take part again; in the worker. */
@Injectable()
export class TellSameAgain {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Does nothing for those who were told already, nor once the round takes nobody in. */
  async execute(programId: string, cohortId: string): Promise<void> {
    await this.db.transaction(async () => {
      const [cohort] = await this.db.query<{ state: string }>(
        `SELECT state FROM cohort WHERE id = $1 FOR SHARE`,
        [cohortId],
      );
      if (!ASKING_STATES.includes(cohort?.state ?? '')) return;
      for (;;) {
        const told = await this.takeNext(cohortId);
        await this.outbox.append(
          ...told.map((participationId) => ({
            type: 'same-again.asked.v1' as const,
            payload: { cohortId, participationId },
            programId,
            subjectId: participationId,
            dedupeKey: `same-again.asked:${cohortId}:${participationId}`,
          })),
        );
        if (told.length < AT_ONCE) return;
      }
    });
  }

  private async takeNext(cohortId: string): Promise<string[]> {
    const rows = await this.db.query<{ participation_id: string }>(
      `UPDATE same_again s SET told_at = $2
       FROM (SELECT participation_id FROM same_again WHERE cohort_id = $1 AND told_at IS NULL
         ORDER BY participation_id LIMIT $3 FOR UPDATE) next
       WHERE s.cohort_id = $1 AND s.participation_id = next.participation_id
       RETURNING s.participation_id`,
      [cohortId, this.clock.now(), AT_ONCE],
    );
    return rows.map((row) => row.participation_id);
  }
}
