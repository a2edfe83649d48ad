import fc from 'fast-check';
import { TextIndex } from './text-index.js';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é'), maxLength: 6 });

describe('an index of texts', () => {
  it('finds every text that holds what is searched for, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 12 }),
        text.filter((search) => search !== ''),
        (texts, search) => {
          const found = new TextIndex(texts).find(search);
          expect([...found].map((one) => one === 1)).toEqual(texts.map((one) => one.includes(search)));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('never takes the end of one text and the start of the next for one', () => {
    expect([...new TextIndex(['ab', 'cd']).find('b\0c')]).toEqual([0, 0]);
    expect([...new TextIndex(['ab', 'cd']).find('bc')]).toEqual([0, 0]);
  });
});
