import { Database } from '#database';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { AddMembers } from './add-members.js';
import { enrolmentSettingsOf, limitOf } from './enrolment-settings.js';

type Side = 'mentor' | 'mentee';

/** Lets those who wait for a place in a locked round move up in their order, in the caller's transaction. */
@Injectable()
export class FillPlaces {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly addMembers: AddMembers,
  ) {}

  /** A place of a role became free. */
  async afterLeaving(cohort: CohortEntity, role: Side): Promise<void> {
    const limit = limitOf(enrolmentSettingsOf(cohort.enrolment), role);
    await this.moveUp(cohort, role, limit === null ? 1 : await this.freeOf(cohort.id, role, limit));
  }

  /** The limits changed, or the round is open again: whoever fits moves up. */
  async asFarAsPossible(cohort: CohortEntity): Promise<void> {
    for (const role of ['mentor', 'mentee'] as const) {
      const limit = limitOf(enrolmentSettingsOf(cohort.enrolment), role);
      // Without a limit only those wait who came after the close, for somebody to leave.
      if (limit === null && cohort.state !== 'open') continue;
      await this.moveUp(cohort, role, limit === null ? null : await this.freeOf(cohort.id, role, limit));
    }
  }

  /** @returns places of a role that nobody has; @param limit how many there are */
  async freeOf(cohortId: string, role: Side, limit: number): Promise<number> {
    const [row] = await this.db.query<{ taken: number }>(
      `SELECT count(*)::int AS taken FROM cohort_member WHERE cohort_id = $1 AND role = $2`,
      [cohortId, role],
    );
    return Math.max(0, limit - (row?.taken ?? 0));
  }

  private async moveUp(cohort: CohortEntity, role: Side, places: number | null): Promise<void> {
    const next = await this.db.query<{ id: string }>(
      `SELECT p.id FROM cohort_answer a JOIN participation p ON p.id = a.participation_id
       WHERE a.cohort_id = $1 AND a.answer = 'waiting' AND p.role = $2 AND p.state IN ('approved', 'active')
       ORDER BY a.place LIMIT $3`,
      [cohort.id, role, places],
    );
    if (next.length === 0) return;
    await this.addMembers.execute(cohort, { participationIds: next.map(({ id }) => id), by: null });
    await this.outbox.append(
      ...next.map(({ id: participationId }) => ({
        type: 'cohort.moved-up.v1' as const,
        payload: { cohortId: cohort.id, participationId },
        programId: cohort.programId,
        subjectId: participationId,
      })),
    );
  }
}
