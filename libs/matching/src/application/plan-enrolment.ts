import { instantOn } from '#availability';
import type { NewEvent } from '#contracts';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { calendarOf, ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { enrolmentSettingsOf } from './enrolment-settings.js';
import { MORNING, type PlannedStep, plannedSteps } from './enrolment-times.js';

type PlannedCohort = Pick<CohortEntity, 'id' | 'programId' | 'version' | 'enrolment'>;

/** Sets the bells for what happens by itself in a round, in the caller's transaction. */
@Injectable()
export class PlanEnrolment {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly programs: ProgramQueries,
  ) {}

  /**
   * Sets every bell anew after the dates were set or moved; the old ones find nothing to do when they ring.
   *
   * @param cohort as it is now, with the version that it has now
   */
  async setAll(cohort: PlannedCohort): Promise<void> {
    const program = await this.programs.getById(cohort.programId);
    const steps = plannedSteps(enrolmentSettingsOf(cohort.enrolment), calendarOf(program));
    const now = this.clock.now();
    // A reminder whose day is over would be wrong; what is late otherwise happens at once.
    const useful = steps.filter(({ step, at }) => at > now || step !== 'remind');
    await this.outbox.append(...useful.map((planned) => toEvent(cohort, planned)));
  }

  /** Sets the bell of a step that moved while its bell was set. */
  async setAgain(cohort: PlannedCohort, planned: PlannedStep): Promise<void> {
    await this.setOnce(cohort, planned, planned.at.toISOString());
  }

  /** Sets the bell of a step that somebody asks for; a second one with the same key is left out. */
  async setOnce(cohort: PlannedCohort, planned: PlannedStep, key: string): Promise<void> {
    const event = toEvent(cohort, planned);
    await this.outbox.append({ ...event, dedupeKey: `${event.dedupeKey}:${key}` });
  }

  /**
   * Sees to it that those who may enrol hear of it, in the morning where it opens at night. A round without a last day is
   * filled by whoever runs it: nobody is asked.
   *
   * @param cohort with the version from which it is opened
   */
  async announce(cohort: PlannedCohort): Promise<void> {
    if (enrolmentSettingsOf(cohort.enrolment).enrolsUntil === null) return;
    const { timeZone } = await this.programs.getById(cohort.programId);
    const now = this.clock.now();
    const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
    const morning = instantOn(today, MORNING, timeZone);
    const at = new Date(Math.max(now.getTime(), morning));
    await this.outbox.append(toEvent(cohort, { step: 'announce', day: 0, at }));
  }
}

function toEvent(
  { id, programId, version }: PlannedCohort,
  { step, day, at }: PlannedStep,
): NewEvent<'cohort.step-due.v1'> & { readonly dedupeKey: string } {
  return {
    type: 'cohort.step-due.v1',
    payload: { cohortId: id, step, day },
    programId,
    subjectId: id,
    dedupeKey: `cohort.step-due:${id}:${version}:${step}:${day}`,
    dueAt: at,
  };
}
