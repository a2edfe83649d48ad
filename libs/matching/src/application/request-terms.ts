import { addWorkingDays, formatInstant } from '#availability';
import { calendarOf, ProgramQueries, type ProgramSettings } from '#programs';
import { Injectable } from '@nestjs/common';

/** When a request that reaches a mentor now has to be answered, and when they are reminded. */
export interface AnswerTimes {
  /** End of the last working day on which the mentor can answer. */
  readonly answerBy: Date;
  /** Reminders before that; `day` counts working days. */
  readonly reminders: readonly { readonly day: number; readonly at: Date }[];
}

/** What a program says about requests. */
export interface RequestTerms {
  readonly settings: ProgramSettings;
  readonly timesFrom: (now: Date) => AnswerTimes;
  /** An instant in words, in the program's zone. */
  readonly inWords: (instant: Date) => string;
}

/** Reads the settings that requests follow. */
@Injectable()
export class ReadRequestTerms {
  constructor(private readonly programs: ProgramQueries) {}

  async execute(programId: string): Promise<RequestTerms> {
    const program = await this.programs.getById(programId);
    const calendar = calendarOf(program);
    const { settings, timeZone } = program;
    return {
      settings,
      inWords: (instant) => formatInstant(instant.getTime(), timeZone),
      timesFrom: (now) => {
        const answerBy = new Date(addWorkingDays(now.getTime(), settings.answerWithinWorkingDays, calendar));
        const reminders = settings.requestReminderWorkingDays
          .map((day) => ({ day, at: new Date(addWorkingDays(now.getTime(), day, calendar, 'same-time')) }))
          .filter(({ at }) => at < answerBy);
        return { answerBy, reminders };
      },
    };
  }
}
