import { contextOf, INFEASIBLE, scoreRow } from '#scoring';
import { makePeople } from './people.js';

describe('made-up people', () => {
  it('are the same for the same seed', () => {
    const size = { mentees: 5, mentors: 3, seed: '1' };
    expect(makePeople(size)).toEqual(makePeople(size));
    expect(makePeople({ ...size, seed: '2' })).not.toEqual(makePeople(size));
  });

  it('have the places asked for', () => {
    const { mentors } = makePeople({ mentees: 1, mentors: 50, places: 101, seed: '1' });
    expect(mentors.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(101);
    expect(() => makePeople({ mentees: 1, mentors: 5, places: 21, seed: '1' })).toThrow(RangeError);
  });

  it('may meet as often as people of a program', () => {
    const { mentees, mentors, context } = makePeople({ mentees: 200, mentors: 200, seed: '1' });
    const scoring = contextOf(context);
    const row = new Int32Array(mentors.length);
    let feasible = 0;
    const seen = new Set<number>();
    for (const mentee of mentees) {
      scoreRow(mentee, mentors, scoring, row);
      for (const score of row) {
        if (score === INFEASIBLE) continue;
        feasible++;
        seen.add(score);
      }
    }
    const share = feasible / (mentees.length * mentors.length);
    expect(share).toBeGreaterThan(0.54);
    expect(share).toBeLessThan(0.62);
    expect(seen.size).toBeGreaterThan(3000);
  });
});
