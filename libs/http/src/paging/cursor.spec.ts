import fc from 'fast-check';
import { InvalidInputError } from '../problem/http.errors.js';
import { decodeCursor, encodeCursor } from './cursor.js';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a cursor', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer(), fc.string({ unit: 'grapheme' }), (id, number, text) => {
        fc.pre(!text.includes('\0'));
        const cursor = encodeCursor([id, number, text]);
        expect(decodeCursor(cursor, ['id', 'integer', 'text'])).toEqual([id, number, text]);
      }),
    );
    const instant = '2027-03-28T01:00:00.000Z';
    expect(decodeCursor(encodeCursor([instant]), ['instant'])).toEqual([instant]);
    expect(decodeCursor(null, ['id'])).toBeNull();
  });

  it.each([
    ['id', 'x'],
    ['id', 7],
    ['id', ID.toUpperCase()],
    ['integer', 'x'],
    ['integer', '7'],
    ['integer', 2 ** 31],
    ['integer', 0.5],
    ['instant', '2027-02-30'],
    ['instant', '2027-13-01T00:00:00.000Z'],
    ['instant', '+275760-09-13T00:00:00.000Z'],
    ['text', 7],
    ['text', 'a\0b'],
    ['text', '\ud800'],
  ] as const)('is refused when an %s is %j', (kind, value) => {
    expect(() => decodeCursor(encodeCursor([value]), [kind])).toThrow(InvalidInputError);
  });

  it('is refused whatever else it is', () => {
    for (const value of ['', '!', '%', 'bnVsbA', 'W10', encodeCursor([ID, ID])])
      expect(() => decodeCursor(value, ['id'])).toThrow(InvalidInputError);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor(text, ['id'])).toThrow(InvalidInputError);
      }),
    );
  });
});
