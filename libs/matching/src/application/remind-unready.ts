import type { NewEvent } from '#contracts';
import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Outbox } from '#outbox';
import { AuditLog, type ProgramActor, ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { PlanEnrolment } from './plan-enrolment.js';
import { ReadinessQueries } from './readiness.queries.js';

const PORTION = 1_000;

/** Reminds those of a round who are not ready and can do something about it. */
@Injectable()
export class RemindUnready {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cohorts: CohortRepository,
    private readonly programs: ProgramQueries,
    private readonly plan: PlanEnrolment,
    private readonly readiness: ReadinessQueries,
    private readonly audit: AuditLog,
  ) {}

  /** Asks for the reminders; a worker finds out who gets one. @throws CohortUnknownError, CohortStateError */
  async execute({ cohortId }: { readonly cohortId: string }, actor: ProgramActor): Promise<void> {
    await this.db.transaction(async () => {
      const cohort = await this.cohorts.lockEditable(cohortId, actor.programId);
      const step = { step: 'remind-unready' as const, day: 0, at: this.clock.now() };
      await this.plan.setOnce(cohort, step, this.ids.next());
      await this.audit.record(actor, { action: 'cohort.unready-reminded', subjectId: cohortId });
    });
  }

  /** Owes the reminders, in the caller's transaction; nobody gets two on one day of the program, in whichever round. */
  async remind({ id: cohortId, programId }: CohortEntity): Promise<void> {
    const { timeZone } = await this.programs.getById(programId);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(this.clock.now());
    const toEvent = (participationId: string): NewEvent => ({
      type: 'cohort.readiness-reminder.v1',
      payload: { cohortId, participationId },
      programId,
      subjectId: participationId,
      dedupeKey: `cohort.readiness-reminder:${participationId}:${today}`,
    });
    let after: string | null = null;
    do {
      const people: string[] = await this.readiness.listRemindable(cohortId, programId, after, PORTION);
      await this.outbox.append(...people.map(toEvent));
      after = people.at(-1) ?? null;
    } while (after !== null);
  }
}
