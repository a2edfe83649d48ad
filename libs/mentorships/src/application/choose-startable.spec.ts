import type { PersonPlaceRow } from '../persistence/mentorship.rows.js';
import { chooseStartable } from './choose-startable.js';
import type { NewMentorship, StartOptions } from './new-mentorship.js';

const mentor = (id: string, more: Partial<PersonPlaceRow> = {}): PersonPlaceRow => ({
  id,
  role: 'mentor',
  state: 'active',
  capacity: 1,
  live: 0,
  ...more,
});
const mentee = (id: string, more: Partial<PersonPlaceRow> = {}): PersonPlaceRow => ({
  ...mentor(id, { role: 'mentee' }),
  ...more,
});
const pair = (mentorId: string, menteeId: string, more: Partial<NewMentorship> = {}): NewMentorship => ({
  mentorId,
  menteeId,
  source: 'run',
  sourceId: null,
  ...more,
});
const refusals = (
  rows: readonly NewMentorship[],
  people: readonly PersonPlaceRow[],
  options: Partial<StartOptions> = {},
  live: readonly { mentor_id: string; mentee_id: string }[] = [],
): unknown[] =>
  chooseStartable(rows, people, live, { programId: 'p', ...options }).refused.map(
    ({ mentorId, menteeId, why }) => [mentorId, menteeId, why],
  );

describe('chooseStartable', () => {
  it('counts places as they fill, in the order of the rows', () => {
    const people = [mentor('m', { capacity: 2, live: 1 }), mentee('a'), mentee('b')];
    expect(refusals([pair('m', 'b'), pair('m', 'a')], people)).toEqual([['m', 'a', 'mentor-full']]);
    expect(refusals([pair('m', 'b'), pair('m', 'a')], people, { enforceCapacity: false })).toEqual([]);
  });

  it('gives a mentor without a profile one place', () => {
    const people = [mentor('m', { capacity: null }), mentee('a'), mentee('b')];
    expect(refusals([pair('m', 'a'), pair('m', 'b')], people)).toEqual([['m', 'b', 'mentor-full']]);
  });

  it('limits the mentors of a mentee where that is asked for', () => {
    const people = [mentor('m'), mentor('n'), mentee('a')];
    const rows = [pair('m', 'a'), pair('n', 'a')];
    expect(refusals(rows, people, { mentorsPerMentee: 1 })).toEqual([['n', 'a', 'mentee-has-mentor']]);
    expect(refusals(rows, people)).toEqual([]);
  });

  it('refuses pairs that are together, unknown people and wrong roles', () => {
    const people = [mentor('m', { capacity: 9 }), mentee('a'), mentee('b', { state: 'applied' })];
    const rows = [pair('m', 'a'), pair('m', 'b'), pair('a', 'm'), pair('m', 'x')];
    expect(refusals(rows, people, {}, [{ mentor_id: 'm', mentee_id: 'a' }])).toEqual([
      ['m', 'a', 'already-paired'],
      ['m', 'b', 'not-available'],
      ['a', 'm', 'not-available'],
      ['m', 'x', 'not-available'],
    ]);
  });

  it('lets past relationships in without a place, also for people who have left', () => {
    const people = [mentor('m', { live: 1, state: 'left' }), mentee('a')];
    expect(refusals([pair('m', 'a', { state: 'completed' })], people)).toEqual([]);
  });
});
