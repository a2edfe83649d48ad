import fc from 'fast-check';
import { cleanLine, cleanName, isolateName } from './clean-name.js';

describe('cleanName', () => {
  it.each([
    ['Dana "DJ" Cole', 'Dana DJ Cole'],
    ['Ana\r\nBcc: evil@x.test', 'Ana Bcc: evil@x.test'],
    ['  O’Brien,\tPat  ', 'O’Brien, Pat'],
    ['Eve <eve@x.test>', 'Eve eve@x.test'],
    ['safe\u202egnp', 'safegnp'],
    ['דנה כהן', 'דנה כהן'],
  ])('%j becomes %j', (name, clean) => {
    expect(cleanName(name)).toBe(clean);
  });

  it('is one line without quotes or controls, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(cleanName(name)).not.toMatch(/[\p{Cc}"\\<>]/u);
        expect(Array.from(cleanName(name)).length).toBeLessThanOrEqual(120);
      }),
    );
  });
});

describe('cleanLine', () => {
  it('keeps quotes and joins lines', () => {
    expect(cleanLine('Meet "Dana"\r\nSubject: x')).toBe('Meet "Dana" Subject: x');
  });
});

describe('isolateName', () => {
  it('fences only names that are written from right to left', () => {
    expect(isolateName('Dana')).toBe('Dana');
    expect(isolateName('דנה')).toBe('\u2068דנה\u2069');
  });
});
