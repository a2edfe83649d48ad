import { Database } from '#database';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';

/** Says to those who were told that a publication left them over that it was taken back; nobody else hears of it. */
@Injectable()
export class RecallAnswers {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** In the transaction that takes the publication back. */
  async execute(runId: string, programId: string): Promise<void> {
    const told = await this.db.query<{ participation_id: string }>(
      `SELECT participation_id FROM match_answer WHERE run_id = $1 ORDER BY participation_id`,
      [runId],
    );
    await this.outbox.append(
      ...told.map(({ participation_id: participationId }) => ({
        type: 'match-answer.recalled.v1' as const,
        payload: { runId, participationId },
        programId,
        subjectId: participationId,
        dedupeKey: `match-answer.recalled:${runId}:${participationId}`,
      })),
    );
  }
}
