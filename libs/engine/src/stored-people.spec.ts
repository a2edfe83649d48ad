import { StoredPeople, toBytes } from './stored-people.js';

describe('StoredPeople', () => {
  const people = Array.from({ length: 23 }, (_, index) => ({ id: `p${index}`, name: 'Zoë '.repeat(index) }));

  it('gives back whom it was given, in order and one by one', () => {
    const stored = new StoredPeople<object>();
    for (const [from, to] of [
      [0, 7],
      [7, 7],
      [7, 8],
      [8, 23],
    ])
      stored.add(toBytes(people.slice(from, to)));
    expect(stored.length).toBe(23);
    expect([...stored]).toEqual(people);
    expect(people.map((_, index) => stored.at(index))).toEqual(people);
    expect([stored.at(-1), stored.at(23)]).toEqual([undefined, undefined]);
  });

  it('can be empty', () => {
    const stored = new StoredPeople<object>();
    stored.add(toBytes([]));
    expect([stored.length, ...stored]).toEqual([0]);
    expect(stored.at(0)).toBeUndefined();
  });
});
