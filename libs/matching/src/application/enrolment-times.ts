import { addDays, instantOn, workingDayBefore, type ZonedCalendar } from '#availability';
import type { EnrolmentStep } from '#contracts';
import type { EnrolmentSettings } from './enrolment-settings.js';

/** Something that happens by itself, and when; `day` tells reminders apart and is 0 otherwise. */
export interface PlannedStep {
  readonly step: EnrolmentStep;
  readonly day: number;
  readonly at: Date;
}

/** Mails leave in the morning, also where an enrolment opens at midnight. */
export const MORNING = 8 * 60;

/** First instant at which people may enrol, and the first at which they no longer may; null without such a date. */
export function enrolmentWindow(
  { enrolsFrom, enrolsUntil }: EnrolmentSettings,
  zone: string,
): { readonly opens: Date | null; readonly closes: Date | null } {
  return {
    opens: enrolsFrom === null ? null : new Date(instantOn(enrolsFrom, 0, zone)),
    closes: enrolsUntil === null ? null : new Date(instantOn(addDays(enrolsUntil, 1), 0, zone)),
  };
}

/** What is planned for a round by its dates; telling people of the opening follows from the opening itself. */
export function plannedSteps(settings: EnrolmentSettings, calendar: ZonedCalendar): PlannedStep[] {
  const { enrolsUntil, enrolReminderDays, matchesOn, skipNoticeWorkingDays } = settings;
  const { zone } = calendar;
  const { opens, closes } = enrolmentWindow(settings, zone);
  const reminders = enrolsUntil === null ? [] : enrolReminderDays;
  return [
    ...(opens === null ? [] : [{ step: 'open' as const, day: 0, at: opens }]),
    ...reminders.map((day) => ({
      step: 'remind' as const,
      day,
      at: new Date(instantOn(addDays(enrolsUntil ?? '', -day), MORNING, zone)),
    })),
    ...(closes === null ? [] : [{ step: 'close' as const, day: 0, at: closes }]),
    ...(matchesOn === null || skipNoticeWorkingDays === null
      ? []
      : [
          {
            step: 'warn' as const,
            day: 0,
            at: new Date(
              instantOn(workingDayBefore(matchesOn, skipNoticeWorkingDays, calendar), MORNING, zone),
            ),
          },
        ]),
  ];
}
