import ICAL from 'ical.js';
import { type SessionInvite, sessionInvite } from './session-invite.js';

const invite = (more: Partial<SessionInvite> = {}): SessionInvite => ({
  method: 'REQUEST',
  uid: '0197-session',
  sequence: 0,
  stamp: new Date('2026-03-01T08:00:00Z'),
  startsAt: new Date('2026-03-28T17:00:00Z'),
  endsAt: new Date('2026-03-28T18:00:00Z'),
  timeZone: 'Europe/Berlin',
  summary: 'Dana and Ana',
  description: 'Bring two lines; what should change, what you tried.',
  location: 'https://meet.test/x',
  url: 'https://rapport.test/book/1',
  organizer: { name: 'Rapport', address: 'rapport@x.test' },
  attendees: [
    { name: 'Dana "DJ"\r\nATTENDEE:mailto:evil@x.test', address: 'dana@x.test' },
    { name: 'O’Brien, Pat; Jr: III', address: 'pat@x.test' },
  ],
  ...more,
});

function parse(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  return { calendar, zone, event };
}

describe('sessionInvite', () => {
  it('is read back with its people, times and version', () => {
    const { method, content } = sessionInvite(invite());
    const { calendar, event } = parse(content);
    expect(method).toBe('REQUEST');
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.uid).toBe('0197-session');
    expect(event.sequence).toBe(0);
    expect(content).toContain('\r\nDTSTAMP:20260301T080000Z\r\n');
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(event.component.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe('Rapport');
    const attendees = event.component.getAllProperties('attendee');
    expect(attendees.map((one) => one.getFirstValue())).toEqual(['MAILTO:dana@x.test', 'MAILTO:pat@x.test']);
    expect(attendees.map((one) => one.getFirstParameter('cn'))).toEqual([
      'Dana DJ ATTENDEE:mailto:evil@x.test',
      'O’Brien, Pat; Jr: III',
    ]);
  });

  it.each([
    ['Europe/Berlin', '2026-03-28T17:00:00Z', '2026-03-28T18:00:00'],
    ['Europe/Berlin', '2026-03-29T16:00:00Z', '2026-03-29T18:00:00'],
    ['America/New_York', '2026-11-01T14:00:00Z', '2026-11-01T09:00:00'],
    ['Asia/Calcutta', '2026-06-01T12:30:00Z', '2026-06-01T18:00:00'],
  ])('in %s writes %s as %s local', (timeZone, instant, local) => {
    const startsAt = new Date(instant);
    const endsAt = new Date(startsAt.getTime() + 3_600_000);
    const { zone, event } = parse(sessionInvite(invite({ timeZone, startsAt, endsAt })).content);
    const zoneId = zone?.getFirstPropertyValue('tzid');
    expect(event.startDate.toString()).toBe(local);
    expect(event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid')).toBe(zoneId);
    const known = new ICAL.Timezone(zone!);
    const start = event.startDate.clone();
    start.zone = known;
    expect(start.toJSDate().toISOString()).toBe(startsAt.toISOString());
  });

  it('calls off with the raised version', () => {
    const { calendar, event } = parse(sessionInvite(invite({ method: 'CANCEL', sequence: 3 })).content);
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.sequence).toBe(3);
  });

  it('writes UTC without a zone and names a missing person by the address', () => {
    const { content } = sessionInvite(
      invite({ timeZone: 'UTC', attendees: [{ name: '""', address: 'dana@x.test' }] }),
    );
    const { zone, event } = parse(content);
    expect(zone).toBeNull();
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-03-28T17:00:00.000Z');
    expect(event.component.getFirstProperty('attendee')?.getFirstParameter('cn')).toBe('dana@x.test');
  });

  it('refuses an unknown zone', () => {
    expect(() => sessionInvite(invite({ timeZone: 'Mars/Olympus' }))).toThrow(RangeError);
  });

  it('folds and ends its lines as RFC 5545 wants', () => {
    const { content } = sessionInvite(invite({ description: 'é'.repeat(300) }));
    expect(content.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(
      true,
    );
  });
});
