import { firstWords } from './first-words.js';

describe('firstWords', () => {
  it.each([
    ['one two', 3, 'one two'],
    [' one\n\ntwo  three ', 3, 'one two three'],
    ['one two three four', 3, 'one two three …'],
    ['', 3, ''],
  ])('%j cut to %i words is %j', (text, most, cut) => {
    expect(firstWords(text, most)).toBe(cut);
  });
});
