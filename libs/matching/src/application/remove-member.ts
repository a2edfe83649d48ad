import { Database } from '#database';
import { Injectable } from '@nestjs/common';

/** Takes somebody out of a locked round with the overrides about them, in the caller's transaction. */
@Injectable()
export class RemoveMember {
  constructor(private readonly db: Database) {}

  /** @returns the role in which they were in it; null for somebody who was not */
  async execute(cohortId: string, participationId: string): Promise<'mentor' | 'mentee' | null> {
    const who = [cohortId, participationId];
    await this.db.query(
      `DELETE FROM pair_override WHERE cohort_id = $1 AND (mentor_id = $2 OR mentee_id = $2)`,
      who,
    );
    const [removed] = await this.db.query<{ role: 'mentor' | 'mentee' }>(
      `DELETE FROM cohort_member WHERE cohort_id = $1 AND participation_id = $2 RETURNING role`,
      who,
    );
    return removed?.role ?? null;
  }
}
