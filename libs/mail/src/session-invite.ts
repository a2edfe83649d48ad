import { isTimeZone } from '#availability';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { cleanLine, cleanName } from './clean-name.js';
import type { CalendarPart, MailAddress } from './outgoing-mail.js';

/** A meeting as a calendar needs it. */
export interface SessionInvite {
  /** `REQUEST` to book or move, `CANCEL` to call off. */
  readonly method: 'REQUEST' | 'CANCEL';
  /** The same for the life of the session: a calendar finds its entry by it. */
  readonly uid: string;
  /** `SEQUENCE` of RFC 5545: raised by each move and by the cancellation. */
  readonly sequence: number;
  /** When this was written. */
  readonly stamp: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA zone in which the time was agreed. */
  readonly timeZone: string;
  readonly summary: string;
  readonly description: string;
  /** A link or a place; may be empty. */
  readonly location: string;
  readonly url: string;
  /** Who is named as having called the meeting; the address that receives the answers of calendars. */
  readonly organizer: MailAddress;
  readonly attendees: readonly MailAddress[];
}

/**
 * The `.ics` of a session, with the definition of its zone.
 *
 * @throws RangeError when the zone is unknown to calendars
 */
export function sessionInvite(invite: SessionInvite): CalendarPart {
  const zone = calendarZone(invite.timeZone);
  const calendar = ical({
    prodId: { company: 'Rapport', product: 'Rapport', language: 'EN' },
    method: invite.method === 'REQUEST' ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
    // Without a name the calendar itself stays in UTC, which DTSTAMP has to be.
    timezone: zone === null ? null : { name: null, generator: () => zone.definition },
  });
  // Names of an alias are written as the zone that calendars know, or the definition would not be found.
  const at = (date: Date) => DateTime.fromJSDate(date, { zone: zone?.id ?? 'utc' });
  calendar.createEvent({
    id: invite.uid,
    sequence: invite.sequence,
    stamp: DateTime.fromJSDate(invite.stamp, { zone: 'utc' }),
    start: at(invite.startsAt),
    end: at(invite.endsAt),
    ...(zone === null ? {} : { timezone: zone.id }),
    summary: cleanLine(invite.summary),
    description: invite.description,
    ...(invite.location === '' ? {} : { location: cleanLine(invite.location) }),
    url: invite.url,
    status: invite.method === 'REQUEST' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    organizer: { name: calendarName(invite.organizer), email: invite.organizer.address },
    attendees: invite.attendees.map((attendee) => ({
      name: calendarName(attendee),
      email: attendee.address,
      rsvp: invite.method === 'REQUEST',
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
    })),
  });
  return { method: invite.method, content: calendar.toString() };
}

/** A parameter of RFC 5545 can't hold quotes or controls at all, so both are taken out. */
function calendarName({ name, address }: MailAddress): string {
  const clean = cleanName(name);
  return clean === '' ? address : clean;
}

/** The zone by the name that its definition uses; null for UTC, which needs none. */
function calendarZone(timeZone: string): { id: string; definition: string } | null {
  if (timeZone === 'UTC' || timeZone === 'Etc/UTC') return null;
  const block = isTimeZone(timeZone) ? tzlib_get_ical_block(timeZone) : [];
  const [definition, line] = Array.isArray(block) ? block : [];
  if (definition === undefined || line === undefined)
    throw new RangeError(`There is no calendar definition of the zone ${timeZone}.`);
  return { id: line.replace('TZID=', ''), definition };
}
