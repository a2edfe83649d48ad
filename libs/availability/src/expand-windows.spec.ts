import { expandWindows } from './expand-windows.js';
import type { AvailabilityExceptions } from './expand-windows.js';
import { parseWeeklyWindows } from './parse-windows.js';

function expand(text: string, zone: string, from: string, to: string, exceptions?: AvailabilityExceptions) {
  const windows = parseWeeklyWindows(text);
  if (!windows.ok) throw new Error(windows.error[0]!.message);
  const list = expandWindows(windows.value, zone, Date.parse(from), Date.parse(to), exceptions);
  return list.map(({ start, end }) => `${short(start)}/${short(end)}`);
}

function short(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16);
}

describe('expandWindows', () => {
  // zone, windows, from, to, expected
  it.each([
    // New York, 14 March 2027: 02:00 → 03:00
    ['America/New_York', 'SU 01:00-04:00', '2027-03-14', ['2027-03-14T06:00/2027-03-14T08:00']],
    ['America/New_York', 'SU 02:15-02:45', '2027-03-14', []],
    ['America/New_York', 'SU 02:30-04:00', '2027-03-14', ['2027-03-14T07:00/2027-03-14T08:00']],
    ['America/New_York', 'SU 01:00-02:30', '2027-03-14', ['2027-03-14T06:00/2027-03-14T07:00']],
    // New York, 7 November 2027: 02:00 → 01:00
    ['America/New_York', 'SU 01:00-01:30', '2027-11-07', ['2027-11-07T05:00/2027-11-07T05:30']],
    ['America/New_York', 'SU 00:30-02:00', '2027-11-07', ['2027-11-07T04:30/2027-11-07T07:00']],
    ['America/New_York', 'SU 01:30-03:00', '2027-11-07', ['2027-11-07T05:30/2027-11-07T08:00']],
    // London, a day of 23 hours and one of 25
    ['Europe/London', 'SU 00:00-24:00', '2027-03-28', ['2027-03-28T00:00/2027-03-28T23:00']],
    ['Europe/London', 'SU 00:00-24:00', '2027-10-31', ['2027-10-30T23:00/2027-11-01T00:00']],
    // Lord Howe, whose clocks move by 30 minutes
    ['Australia/Lord_Howe', 'SU 01:00-03:00', '2027-10-03', ['2027-10-02T14:30/2027-10-02T16:00']],
    ['Australia/Lord_Howe', 'SU 01:00-03:00', '2027-04-04', ['2027-04-03T14:00/2027-04-03T16:30']],
    ['Australia/Lord_Howe', 'SU 01:30-01:45', '2027-04-04', ['2027-04-03T14:30/2027-04-03T14:45']],
    // Zones of three quarters, and zones without changes
    ['Asia/Kathmandu', 'WE 18:00-20:00', '2027-03-10', ['2027-03-10T12:15/2027-03-10T14:15']],
    ['Australia/Eucla', 'WE 18:00-20:00', '2027-03-10', ['2027-03-10T09:15/2027-03-10T11:15']],
    ['Asia/Kolkata', 'WE 00:00-01:00', '2027-03-10', ['2027-03-09T18:30/2027-03-09T19:30']],
    // Zones that skip midnight: 00:00 → 01:00
    ['Asia/Beirut', 'SU 00:00-02:00', '2024-03-31', ['2024-03-30T22:00/2024-03-30T23:00']],
    ['Asia/Beirut', 'SA 23:00-24:00', '2024-03-31', ['2024-03-30T21:00/2024-03-30T22:00']],
    ['Africa/Cairo', 'FR 00:00-01:00', '2024-04-26', []],
    ['Africa/Cairo', 'TH 23:00-24:00; FR 00:00-02:00', '2024-04-26', ['2024-04-25T21:00/2024-04-25T23:00']],
    ['America/Asuncion', 'SU 00:30-01:30', '2023-10-01', ['2023-10-01T04:00/2023-10-01T04:30']],
    // Beirut shows 23:00 twice
    ['Asia/Beirut', 'SA 23:00-24:00', '2024-10-26', ['2024-10-26T20:00/2024-10-26T22:00']],
    ['Asia/Beirut', 'SA 22:00-23:30', '2024-10-26', ['2024-10-26T19:00/2024-10-26T20:30']],
    // Apia had no 30 December 2011
    ['Pacific/Apia', 'FR 09:00-10:00', '2011-12-30', []],
    ['Pacific/Apia', 'FR 00:00-24:00; SA 00:00-01:00', '2011-12-30', ['2011-12-30T10:00/2011-12-30T11:00']],
    // Midnight and leap day
    ['Europe/Berlin', 'MO 22:00-24:00; TU 00:00-02:00', '2027-01-04', ['2027-01-04T21:00/2027-01-05T01:00']],
    ['Europe/Berlin', 'TU 18:00-20:00', '2028-02-29', ['2028-02-29T17:00/2028-02-29T19:00']],
    ['Europe/Berlin', 'WE 18:00-20:00', '2028-02-29', ['2028-03-01T17:00/2028-03-01T19:00']],
  ])('%s %s about %s', (zone, text, date, expected) => {
    const day = Date.parse(date);
    const from = new Date(day - 86_400_000 * 1.5).toISOString();
    const to = new Date(day + 86_400_000 * 2.5).toISOString();
    expect(expand(text, zone, from, to)).toEqual(expected);
  });

  it('cuts windows at both ends of the range', () => {
    const cut = expand('TU 10:00-14:00', 'UTC', '2027-03-02T11:00Z', '2027-03-09T12:00Z');
    expect(cut).toEqual(['2027-03-02T11:00/2027-03-02T14:00', '2027-03-09T10:00/2027-03-09T12:00']);
    expect(expand('TU 10:00-14:00', 'UTC', '2027-03-02T11:00Z', '2027-03-02T11:00Z')).toEqual([]);
  });

  it('keeps 18:00 at 18:00 when clocks change', () => {
    expect(expand('SA 18:00-19:00', 'Europe/Berlin', '2027-03-26T00:00Z', '2027-04-05T00:00Z')).toEqual([
      '2027-03-27T17:00/2027-03-27T18:00',
      '2027-04-03T16:00/2027-04-03T17:00',
    ]);
  });

  describe('with exceptions', () => {
    const week = (exceptions: AvailabilityExceptions) =>
      expand('TU 10:00-14:00; TH 10:00-14:00', 'UTC', '2027-03-01T00:00Z', '2027-03-08T00:00Z', exceptions);
    const TUESDAY = '2027-03-02T10:00/2027-03-02T14:00';
    const THURSDAY = '2027-03-04T10:00/2027-03-04T14:00';

    it.each<[string, AvailabilityExceptions, string[]]>([
      ['none', {}, [TUESDAY, THURSDAY]],
      ['a day away', { dated: [{ date: '2027-03-02', kind: 'away' }] }, [THURSDAY]],
      [
        'hours away',
        { dated: [{ date: '2027-03-02', kind: 'away', startMinute: 660, endMinute: 720 }] },
        ['2027-03-02T10:00/2027-03-02T11:00', '2027-03-02T12:00/2027-03-02T14:00', THURSDAY],
      ],
      [
        'an extra that touches',
        { dated: [{ date: '2027-03-02', kind: 'extra', startMinute: 840, endMinute: 900 }] },
        ['2027-03-02T10:00/2027-03-02T15:00', THURSDAY],
      ],
      [
        'an extra on a day away, less hours away',
        {
          dated: [
            { date: '2027-03-02', kind: 'away', startMinute: 960, endMinute: 990 },
            { date: '2027-03-02', kind: 'extra', startMinute: 900, endMinute: 1020 },
            { date: '2027-03-02', kind: 'away' },
          ],
        },
        ['2027-03-02T15:00/2027-03-02T16:00', '2027-03-02T16:30/2027-03-02T17:00', THURSDAY],
      ],
      [
        'away until Thursday',
        { awayUntil: '2027-03-04', dated: [{ date: '2027-03-03', kind: 'extra' }] },
        [THURSDAY],
      ],
      [
        'away until an instant',
        { awayUntil: Date.parse('2027-03-04T11:00Z') },
        ['2027-03-04T11:00/2027-03-04T14:00'],
      ],
      ['away until long ago', { awayUntil: '2020-01-01' }, [TUESDAY, THURSDAY]],
      ['away for longer than is asked', { awayUntil: '2031-01-01' }, []],
      ['away until nothing', { awayUntil: null }, [TUESDAY, THURSDAY]],
    ])('%s', (_name, exceptions, expected) => {
      expect(week(exceptions)).toEqual(expected);
    });

    it('means the person’s own dates', () => {
      const away: AvailabilityExceptions = { dated: [{ date: '2027-03-03', kind: 'away' }] };
      const text = 'WE 08:00-09:00';
      const range = ['2027-03-01T00:00Z', '2027-03-08T00:00Z'] as const;
      expect(expand(text, 'Pacific/Auckland', ...range)).toEqual(['2027-03-02T19:00/2027-03-02T20:00']);
      expect(expand(text, 'Pacific/Auckland', ...range, away)).toEqual([]);
    });
  });

  it('refuses a zone and a date that do not exist', () => {
    const range = ['2027-03-01T00:00Z', '2027-03-08T00:00Z'] as const;
    expect(() => expand('MO 10:00-11:00', 'Europe/Berln', ...range)).toThrow(RangeError);
    expect(() => expand('MO 10:00-11:00', 'UTC', ...range, { awayUntil: '2027-02-29' })).toThrow(RangeError);
  });
});
