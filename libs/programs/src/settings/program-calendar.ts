import { dateOfDayNumber, dayNumberOf, type ZonedCalendar } from '#availability';
import type { ProgramSettings } from './program-settings.js';

/** When a program works, as the deadlines of `#availability` are reckoned. */
export function calendarOf(program: {
  readonly timeZone: string;
  readonly settings: Pick<ProgramSettings, 'workingDays' | 'closedWeeks'>;
}): ZonedCalendar {
  const { workingDays, closedWeeks } = program.settings;
  const dates = closedWeeks.flatMap(({ from, to }) => {
    const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
    const weeks: string[] = [to];
    for (let day = first; day < last; day += 7) weeks.push(dateOfDayNumber(day));
    return weeks;
  });
  return { zone: program.timeZone, workingDays, closedWeeks: dates };
}
