import { canonicalJson } from '#kernel';
import { canonicalText } from './canonical-text.js';

describe('canonicalText', () => {
  const values: readonly unknown[] = [
    { b: [{ d: 1, c: null }], a: 'x', ä: 'ö"\n\u2028\ud800' },
    { b: undefined, a: [undefined, NaN, -0, 1e21, true] },
    { 10: 1, 9: 2, a: { '01': 1, 1: 2 }, A: {} },
    [[], {}, ''],
    { __proto__x: 1, toString: 2, 'a b': -1.5 },
    'text',
    3,
    null,
  ];

  it.each(values.map((value) => [value]))('is what canonicalJson gives: %j', (value) => {
    expect(canonicalText(value)).toBe(canonicalJson(value));
  });
});
