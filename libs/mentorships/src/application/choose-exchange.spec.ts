import type { PersonPlaceRow } from '../persistence/mentorship.rows.js';
import { chooseExchange } from './choose-exchange.js';
import type { NewMentorship } from './new-mentorship.js';

const person = (id: string, role: string, live: number, capacity = 1): PersonPlaceRow => ({
  id,
  role,
  state: 'active',
  capacity,
  live,
});
const pair = (mentorId: string, menteeId: string): NewMentorship => ({
  mentorId,
  menteeId,
  source: 'run',
  sourceId: null,
});
const old = (mentor_id: string, mentee_id: string) => ({
  id: `${mentor_id}-${mentee_id}`,
  mentor_id,
  mentee_id,
});
const options = { programId: 'p', mentorsPerMentee: 1 };

describe('chooseExchange', () => {
  it('swaps two pairs without a free place', () => {
    const people = [
      person('m', 'mentor', 1),
      person('n', 'mentor', 1),
      person('a', 'mentee', 1),
      person('b', 'mentee', 1),
    ];
    const freed = [old('m', 'a'), old('n', 'b')];
    const chosen = chooseExchange([pair('n', 'a'), pair('m', 'b')], people, freed, freed, options);
    expect(chosen.startable).toHaveLength(2);
    expect(chosen.refused).toEqual([]);
    expect(chosen.ending.map(({ id }) => id)).toEqual(['m-a', 'n-b']);
  });

  it('gives no place away whose mentee stays, and lets what follows from it fall', () => {
    const people = [
      person('m', 'mentor', 1),
      person('n', 'mentor', 1),
      person('o', 'mentor', 1),
      person('a', 'mentee', 1),
      person('b', 'mentee', 1),
      person('c', 'mentee', 0),
    ];
    // a finds nobody, so a's place at m is not b's, so b's place at n is not c's.
    const freed = [old('m', 'a'), old('n', 'b')];
    const chosen = chooseExchange([pair('m', 'b'), pair('n', 'c')], people, freed, freed, options);
    expect(chosen.startable).toEqual([]);
    expect(chosen.refused.map(({ menteeId, why }) => [menteeId, why])).toEqual([
      ['b', 'mentor-full'],
      ['c', 'mentor-full'],
    ]);
    expect(chosen.ending).toEqual([]);
  });

  it('ends nothing for somebody who has left', () => {
    const people = [
      person('m', 'mentor', 1),
      { ...person('n', 'mentor', 0), state: 'left' },
      person('a', 'mentee', 1),
    ];
    const freed = [old('m', 'a')];
    const chosen = chooseExchange([pair('n', 'a')], people, freed, freed, options);
    expect(chosen.refused).toMatchObject([{ why: 'not-available' }]);
    expect(chosen.ending).toEqual([]);
  });
});
