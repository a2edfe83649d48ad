import type { Actor } from '#accounts';
import { DAY_MS, dateOfDayNumber, weekdayIndexOf } from '#availability';
import { Database } from '#database';
import { Clock } from '#kernel';
import {
  CreateProgram,
  type CreateProgramInput,
  type FirstCohort,
  PROGRAM_TEMPLATES,
  type ProgramView,
  valuesOf,
} from '#programs';
import { Injectable } from '@nestjs/common';
import type { CohortSettingsInput } from './cohort-settings.js';
import { CreateCohort } from './create-cohort.js';

/** Makes a program; with a template also its first round, as a draft. */
@Injectable()
export class FoundProgram {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly createProgram: CreateProgram,
    private readonly createCohort: CreateCohort,
  ) {}

  /** @throws InvalidInputError, ProgramCreationNotAllowedError */
  async execute(input: CreateProgramInput, actor: Actor): Promise<ProgramView> {
    return this.db.transaction(async () => {
      const program = await this.createProgram.execute(input, actor);
      if (input.template !== undefined) {
        const cohort = firstCohortFrom(PROGRAM_TEMPLATES[input.template].cohort, this.clock.now());
        await this.createCohort.execute(cohort, {
          accountId: actor.accountId,
          programId: program.id,
          participations: [],
          role: 'owner',
        });
      }
      return program;
    });
  }
}

/** The settings of a template's first round for a program that is made now. */
export function firstCohortFrom(cohort: FirstCohort, now: Date): CohortSettingsInput {
  const soonest = Math.floor(now.getTime() / DAY_MS) + 7 * cohort.startsInWeeks.value;
  const monday = soonest + ((7 - weekdayIndexOf(soonest)) % 7);
  return {
    name: cohort.name.value,
    termFrom: dateOfDayNumber(monday),
    termWeeks: cohort.termWeeks.value,
    objective: cohort.objective.value,
    weights: cohort.weights.value,
    rules: valuesOf(cohort.rules),
  };
}
