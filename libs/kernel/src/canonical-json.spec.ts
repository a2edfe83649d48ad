import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

/** The same by way of a copy in order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

describe('canonicalJson', () => {
  it('goes by the keys, never by their order', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  });

  it('keeps the order of lists', () => {
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });

  it.each([
    [{ b: undefined, a: [undefined, NaN, -0, 1e21, true] }, '{"a":[null,null,0,1e+21,true]}'],
    [{ 10: 1, 9: 2, a: { '01': 1, 1: 2 }, A: {} }, '{"9":2,"10":1,"A":{},"a":{"1":2,"01":1}}'],
    [[[], {}, ''], '[[],{},""]'],
    [undefined, 'null'],
  ])('writes %j as JSON does', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('is the JSON of a copy in order', () => {
    fc.assert(
      fc.property(fc.object({ key: fc.oneof(fc.string(), fc.nat().map(String)) }), (value) => {
        expect(canonicalJson(value)).toBe(JSON.stringify(inOrder(value)));
      }),
    );
  });
});
