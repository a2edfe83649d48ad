import type { NewEvent } from '#contracts';
import { Database } from '#database';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import type { CohortEntity } from '../persistence/cohort.entity.js';

/** People asked at a time: no more are held in memory. */
const PORTION = 1_000;

/** Owes a mail to those who may enrol in a round and have not answered, or who are in it; one event for each person. */
@Injectable()
export class AskToEnrol {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Tells them that enrolment is open; each once, however often it opens. */
  async announce({ id, programId }: CohortEntity): Promise<void> {
    await this.ask(id, programId, (participationId) => ({
      type: 'cohort.enrolment-opened.v1',
      payload: { cohortId: id, participationId },
      programId,
      subjectId: participationId,
      dedupeKey: `cohort.enrolment-opened:${id}:${participationId}`,
    }));
  }

  /** Reminds them, once for each day that the round names. */
  async remind({ id, programId }: CohortEntity, day: number): Promise<void> {
    await this.ask(id, programId, (participationId) => ({
      type: 'cohort.enrolment-reminder.v1',
      payload: { cohortId: id, participationId, day },
      programId,
      subjectId: participationId,
      dedupeKey: `cohort.enrolment-reminder:${id}:${participationId}:${day}`,
    }));
  }

  /** Tells those enrolled that people are matched on a day, and that they can skip; once for each day that is planned. */
  async warn({ id, programId }: CohortEntity, matchesOn: string): Promise<void> {
    const toEvent = (participationId: string): NewEvent => ({
      type: 'cohort.skip-notice.v1',
      payload: { cohortId: id, participationId },
      programId,
      subjectId: participationId,
      dedupeKey: `cohort.skip-notice:${id}:${participationId}:${matchesOn}`,
    });
    await this.each(toEvent, (after) =>
      this.db.query<{ id: string }>(
        `SELECT participation_id AS id FROM cohort_member
         WHERE cohort_id = $1 AND ($2::uuid IS NULL OR participation_id > $2)
         ORDER BY participation_id LIMIT ${PORTION}`,
        [id, after],
      ),
    );
  }

  private async ask(
    cohortId: string,
    programId: string,
    toEvent: (participationId: string) => NewEvent,
  ): Promise<void> {
    await this.each(toEvent, (after) =>
      this.db.query<{ id: string }>(
        `SELECT p.id FROM participation p
         WHERE p.program_id = $1 AND p.role IN ('mentor', 'mentee') AND p.state IN ('approved', 'active')
           AND ($3::uuid IS NULL OR p.id > $3)
           AND NOT EXISTS (SELECT 1 FROM cohort_member m WHERE m.cohort_id = $2 AND m.participation_id = p.id)
           AND NOT EXISTS (SELECT 1 FROM cohort_answer a WHERE a.cohort_id = $2 AND a.participation_id = p.id)
         ORDER BY p.id LIMIT ${PORTION}`,
        [programId, cohortId, after],
      ),
    );
  }

  private async each(
    toEvent: (participationId: string) => NewEvent,
    read: (after: string | null) => Promise<{ id: string }[]>,
  ): Promise<void> {
    let after: string | null = null;
    do {
      const people: { id: string }[] = await read(after);
      await this.outbox.append(...people.map(({ id }) => toEvent(id)));
      after = people.at(-1)?.id ?? null;
    } while (after !== null);
  }
}
