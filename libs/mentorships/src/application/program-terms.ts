import { addWorkingDays } from '#availability';
import { calendarOf, ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';

/** What a program says about the length and the clock of its mentorships. */
export interface Terms {
  /** When a mentorship that starts then is planned to end. */
  readonly endOf: (startedAt: Date) => Date;
  /** The end of the n-th working day after an instant. */
  readonly workingDaysAfter: (instant: Date, days: number) => Date;
  /** Until when an answer is awaited that is asked for then, and when to remind: on the working day before. */
  readonly answerTimes: (instant: Date, days: number) => { readonly answerBy: Date; readonly remindAt: Date };
}

/** Reads the settings that mentorships follow. */
@Injectable()
export class ProgramTerms {
  constructor(private readonly programs: ProgramQueries) {}

  async get(programId: string): Promise<Terms> {
    const program = await this.programs.getById(programId);
    const calendar = calendarOf(program);
    return {
      endOf: (startedAt) => addMonths(startedAt, program.settings.lengthMonths),
      workingDaysAfter: (instant, days) => new Date(addWorkingDays(instant.getTime(), days, calendar)),
      answerTimes: (instant, days) => ({
        answerBy: new Date(addWorkingDays(instant.getTime(), days, calendar)),
        remindAt: new Date(addWorkingDays(instant.getTime(), Math.max(1, days - 1), calendar, 'same-time')),
      }),
    };
  }
}

/** The same day some months later, or the last day of that month where it has none. */
function addMonths(from: Date, months: number): Date {
  const then = new Date(from);
  then.setUTCMonth(from.getUTCMonth() + months);
  if (then.getUTCDate() !== from.getUTCDate()) then.setUTCDate(0);
  return then;
}
