import { DAY_MS, instantOn, type ZonedCalendar } from '#availability';
import type { EnrolmentStep } from '#contracts';
import { Clock } from '#kernel';
import { calendarOf, ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { CohortRepository, EDITABLE_STATES } from '../persistence/cohort.repository.js';
import { AskToEnrol } from './ask-to-enrol.js';
import { enrolmentSettingsOf } from './enrolment-settings.js';
import { type PlannedStep, plannedSteps } from './enrolment-times.js';
import { PlanEnrolment } from './plan-enrolment.js';
import { RemindUnready } from './remind-unready.js';

/** A bell that rang. */
export interface AdvanceEnrolmentInput {
  readonly cohortId: string;
  readonly programId: string;
  readonly step: EnrolmentStep;
  readonly day: number;
  /** The time for which the bell was set: this clock may be a little behind the bell's. */
  readonly dueAt: Date;
}

/** Opens, announces, reminds and closes when it is time, in the transaction of whoever heard the bell. */
@Injectable()
export class AdvanceEnrolment {
  constructor(
    private readonly clock: Clock,
    private readonly cohorts: CohortRepository,
    private readonly programs: ProgramQueries,
    private readonly plan: PlanEnrolment,
    private readonly askToEnrol: AskToEnrol,
    private readonly remindUnready: RemindUnready,
  ) {}

  /** Does nothing when the dates or the state say otherwise by now. */
  async execute({ cohortId, programId, step, day, dueAt }: AdvanceEnrolmentInput): Promise<void> {
    const cohort = await this.cohorts.findLocked(cohortId, programId);
    if (cohort === null) return;
    if (step === 'announce') {
      if (cohort.state === 'open') await this.askToEnrol.announce(cohort);
      return;
    }
    if (step === 'remind-unready') {
      if (EDITABLE_STATES.includes(cohort.state)) await this.remindUnready.remind(cohort);
      return;
    }
    const calendar = calendarOf(await this.programs.getById(programId));
    const steps = plannedSteps(enrolmentSettingsOf(cohort.enrolment), calendar);
    const planned = steps.find((one) => one.step === step && one.day === day);
    if (planned === undefined) return;
    const now = Math.max(this.clock.now().getTime(), dueAt.getTime());
    if (planned.at.getTime() > now) await this.plan.setAgain(cohort, planned);
    else if (step === 'warn') await this.warn(cohort, calendar, now);
    else await this.take(cohort, planned, steps, now);
  }

  /** Late is better than never, as long as nobody has been matched. */
  private async warn(cohort: CohortEntity, { zone }: ZonedCalendar, now: number): Promise<void> {
    const { matchesOn } = enrolmentSettingsOf(cohort.enrolment);
    const ahead = matchesOn !== null && now < instantOn(matchesOn, 0, zone);
    if (ahead && cohort.state !== 'draft' && EDITABLE_STATES.includes(cohort.state))
      await this.askToEnrol.warn(cohort, matchesOn);
  }

  private async take(
    cohort: CohortEntity,
    { step, day, at }: PlannedStep,
    steps: readonly PlannedStep[],
    now: number,
  ): Promise<void> {
    const closes = steps.find((one) => one.step === 'close')?.at.getTime() ?? Infinity;
    if (step === 'close' && cohort.state === 'open') await this.cohorts.move(cohort, 'close');
    if (now >= closes) return;
    if (step === 'open' && cohort.state === 'draft') {
      await this.cohorts.move(cohort, 'open');
      await this.plan.announce(cohort);
    }
    // A reminder that is a day late would tell people a date that is not theirs any more.
    if (step === 'remind' && cohort.state === 'open' && now - at.getTime() < DAY_MS)
      await this.askToEnrol.remind(cohort, day);
  }
}
