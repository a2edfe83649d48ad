import { randomProblem } from '../../../../test/support/assignment/random-problem.js';
import { SeededRandom } from '../../../../test/support/assignment/seeded-random.js';
import { compactProblem } from '../compact-problem.js';
import { noPairs, PlaceSearch } from './place-search.js';
import { ValueRows } from './value-rows.js';

describe('PlaceSearch', () => {
  it('finds the same with rows that are not kept', () => {
    const problem = randomProblem(new SeededRandom(5), { mentees: 60, mentors: 40 }, [['fair', 'waited']]);
    const { menteeAt, mentorAt, room, excluded } = compactProblem(problem);
    const of = { side: 'mentees' as const, rowAt: menteeAt, columnAt: mentorAt, excluded };
    const given = [64, 0].map((kept) => {
      const values = new ValueRows(problem, of, kept * 1024);
      const search = new PlaceSearch(values, room, 1, noPairs(menteeAt.length));
      menteeAt.forEach((_, row) => search.give(row));
      search.columnsOf.forEach((held, row) => {
        const scores = values.load(row);
        expect(search.scoresOf[row]).toEqual(held.map((column) => scores[column]));
      });
      return search.columnsOf;
    });
    expect(given[0]).toEqual(given[1]);
    expect(given[0]?.flat().length).toBeGreaterThan(5);
  });
});
