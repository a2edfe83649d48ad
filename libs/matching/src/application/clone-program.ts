import { dayNumberOf, isLocalDate } from '#availability';
import { Database } from '#database';
import { InvalidInputError } from '#http';
import { Clock, Ids } from '#kernel';
import { CopyProfileFields } from '#profiles';
import { CopyProgram, type ProgramActor, ProgramQueries, type ProgramView, shiftDate } from '#programs';
import { Injectable } from '@nestjs/common';
import { CohortEntity } from '../persistence/cohort.entity.js';
import { copiedSettings } from './copied-settings.js';
import { CreateCohort } from './create-cohort.js';

/** What the next edition of a program is called and when it begins: either of the two. */
export interface CloneProgramInput {
  readonly name: string;
  readonly shiftDays?: number | undefined;
  /** First day of the term of its latest round, `YYYY-MM-DD`. */
  readonly startsOn?: string | undefined;
}

/** Rounds that begin on one day are taken over together, up to so many. */
const MOST_COHORTS = 20;
/** Furthest shift, ten years. */
export const MOST_DAYS = 3660;

/** Makes the next edition of a program: everything that was set, on later dates, and nobody but its new owner. */
@Injectable()
export class CloneProgram {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly programs: ProgramQueries,
    private readonly copyProgram: CopyProgram,
    private readonly copyFields: CopyProfileFields,
    private readonly createCohort: CreateCohort,
  ) {}

  /** @throws InvalidInputError, CohortSettingsError, ProgramCreationNotAllowedError */
  async execute({ name, ...when }: CloneProgramInput, actor: ProgramActor): Promise<ProgramView> {
    return this.db.transaction(async () => {
      const { programId } = actor;
      const cohorts = await this.latestCohorts(programId);
      const { createdAt } = await this.programs.getById(programId);
      const began = cohorts[0]?.termFrom ?? createdAt.toISOString().slice(0, 10);
      const shiftDays = shiftOf(when, began);
      const copy = await this.copyProgram.execute({ programId, name, shiftDays }, actor);
      await this.copyFields.execute({ from: programId, to: copy.id });
      for (const cohort of cohorts) {
        const termFrom = shifted(cohort.termFrom, shiftDays);
        const next = { termFrom, seed: this.ids.next().slice(-12), now: this.clock.now() };
        await this.createCohort.execute(copiedSettings(cohort, next), { ...actor, programId: copy.id });
      }
      return copy;
    });
  }

  /** Those whose term begins last, oldest first: several where they begin on the same day. */
  private async latestCohorts(programId: string): Promise<CohortEntity[]> {
    const rows = await this.db
      .repository(CohortEntity)
      .createQueryBuilder('c')
      .where(`c.program_id = :programId AND c.state <> 'cancelled'`, { programId })
      .andWhere(
        `c.term_from = (SELECT max(l.term_from) FROM cohort l
           WHERE l.program_id = :programId AND l.state <> 'cancelled')`,
      )
      .orderBy('c.id', 'DESC')
      .limit(MOST_COHORTS)
      .getMany();
    return rows.reverse();
  }
}

function shiftOf({ shiftDays, startsOn }: Omit<CloneProgramInput, 'name'>, began: string): number {
  if ((shiftDays === undefined) === (startsOn === undefined))
    throw new InvalidInputError(
      ['shiftDays', 'startsOn'].map((path) => ({ path, message: 'Give either "shiftDays" or "startsOn".' })),
    );
  if (shiftDays !== undefined) return shiftDays;
  if (startsOn === undefined || !isLocalDate(startsOn))
    throw new InvalidInputError([{ path: 'startsOn', message: 'Give a date that exists, as YYYY-MM-DD.' }]);
  const days = dayNumberOf(startsOn) - dayNumberOf(began);
  if (Math.abs(days) > MOST_DAYS)
    throw new InvalidInputError([
      { path: 'startsOn', message: `Give a date within ten years of ${began}, when it began before.` },
    ]);
  return days;
}

/** @throws InvalidInputError */
function shifted(termFrom: string, shiftDays: number): string {
  const date = shiftDate(termFrom, shiftDays);
  if (date !== null) return date;
  throw new InvalidInputError([
    { path: 'shiftDays', message: 'A term would lie outside the calendar; shift by less.' },
  ]);
}
