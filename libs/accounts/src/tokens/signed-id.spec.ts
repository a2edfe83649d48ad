import fc from 'fast-check';
import { deriveKey, signId, verifySignedId } from './signed-id.js';

const key = deriveKey('a server key that is long enough, really', 'test');

describe('signed ids', () => {
  it('come back from their own text, for their own kind and key alone', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const text = signId(key, 'mail-token', id);
        expect(text).toBe(signId(key, 'mail-token', id));
        expect(verifySignedId(key, 'mail-token', text)).toBe(id);
        expect(verifySignedId(key, 'invitation', text)).toBeNull();
        expect(
          verifySignedId(deriveKey('another server key, also long enough', 'test'), 'mail-token', text),
        ).toBeNull();
        expect(
          verifySignedId(deriveKey('a server key that is long enough, really', 'other'), 'mail-token', text),
        ).toBeNull();
      }),
    );
  });

  it('refuse a text with any one character changed', () => {
    const text = signId(key, 'mail-token', '01890a5d-ac96-774b-bcce-b302099a8057');
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom('A', 'b', '0', '9', '-', '_', '.', '=', '/', ' '),
        (at, letter) => {
          fc.pre(text[at] !== letter);
          expect(
            verifySignedId(key, 'mail-token', text.slice(0, at) + letter + text.slice(at + 1)),
          ).toBeNull();
        },
      ),
    );
  });

  it('refuse texts of any other form', () => {
    fc.assert(fc.property(fc.string(), (text) => verifySignedId(key, 'mail-token', text) === null));
  });

  it('are made of UUIDs only', () => {
    expect(() => signId(key, 'mail-token', 'no-uuid')).toThrow(TypeError);
  });
});
