import fc from 'fast-check';
import { formatWeeklyWindows } from './format-windows.js';
import { normaliseWindows } from './normalise-windows.js';
import { parseWeeklyWindows } from './parse-windows.js';
import { WEEKDAYS } from './weekly-window.js';

describe('parseWeeklyWindows', () => {
  it.each([
    ['MO 18:00-20:00; WE 12:30-14:00', 'MO 18:00-20:00; WE 12:30-14:00'],
    ['WE 12:30-14:00;MO 18:00-20:00;', 'MO 18:00-20:00; WE 12:30-14:00'],
    ['mo 8:00-9:30', 'MO 08:00-09:30'],
    ['Monday 18.00 – 20.00\nSun. 00:00-24:00', 'MO 18:00-20:00; SU 00:00-24:00'],
    ['TU 10:00-11:00; TU 11:00-12:00; TU 11:30-13:00', 'TU 10:00-13:00'],
    ['MO 22:00-24:00; TU 00:00-02:00', 'MO 22:00-24:00; TU 00:00-02:00'],
    ['', ''],
    [' ; ', ''],
  ])('reads %j', (text, normal) => {
    const read = parseWeeklyWindows(text);
    expect(read.ok && formatWeeklyWindows(read.value)).toBe(normal);
  });

  it.each([
    ['MO 20:00-18:00', 'MO 20:00-24:00; TU 00:00-18:00'],
    ['SU 22:00-02:00', 'SU 22:00-24:00; MO 00:00-02:00'],
    ['SU 22:00-00:00', 'SU 22:00-24:00'],
    ['MO 18:00-18:00', 'write a later end'],
    ['MO 24:00-02:00', 'write 00:00 of the next day'],
    ['MO 24:00-24:00', 'write a later end'],
    ['XX 18:00-20:00', 'one of MO, TU, WE'],
    ['MO 18:60-20:00', 'minutes 00 to 59'],
    ['MO 18:00-24:30', 'hours 00 to 24'],
    ['MO 18:00', 'write it like "MO 18:00-20:00"'],
    ['whenever', 'write it like "MO 18:00-20:00"'],
    ['MO 6pm-8pm', 'write it like "MO 18:00-20:00"'],
  ])('refuses %j and says what to write', (text, hint) => {
    const read = parseWeeklyWindows(text);
    expect(read).toMatchObject({ ok: false, error: [{ piece: text, position: 1 }] });
    expect(!read.ok && read.error[0]!.message).toContain(hint);
  });

  it('reports every piece that it can’t read, by position', () => {
    const read = parseWeeklyWindows('MO 18:00-20:00; nope; ; TU 9-10');
    expect(read).toMatchObject({
      ok: false,
      error: [
        { piece: 'nope', position: 2 },
        { piece: 'TU 9-10', position: 3 },
      ],
    });
  });

  it('suggests what it can read itself', () => {
    const read = parseWeeklyWindows('SU 22:00-02:00');
    const suggested = /"([^"]+)"/.exec(read.ok ? '' : read.error[0]!.message)?.[1] ?? '';
    expect(parseWeeklyWindows(suggested)).toMatchObject({ ok: true });
  });

  it('reads back whatever is written, and normalising twice changes nothing', () => {
    const aWindow = fc
      .tuple(fc.constantFrom(...WEEKDAYS), fc.nat({ max: 1439 }), fc.nat({ max: 1439 }))
      .map(([weekday, a, b]) => ({ weekday, startMinute: Math.min(a, b), endMinute: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(fc.array(aWindow, { maxLength: 12 }), (windows) => {
        const normal = normaliseWindows(windows);
        expect(parseWeeklyWindows(formatWeeklyWindows(windows))).toEqual({ ok: true, value: normal });
        expect(normaliseWindows(normal)).toEqual(normal);
      }),
    );
  });
});
