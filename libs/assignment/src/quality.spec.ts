import { quality } from './quality.js';

const wish = (mentorId: string): { mentorId: string; points: number } => ({ mentorId, points: 0 });
const mentees = [
  { id: 'a', wishes: [wish('y')] },
  { id: 'b', demand: 2, wishes: [wish('z'), wish('x')] },
  { id: 'c', wishes: [wish('x')] },
  { id: 'd', demand: 0, wishes: [wish('x')] },
];
const mentors = [
  { id: 'y', capacity: 3 },
  { id: 'x', capacity: 1 },
  { id: 'z', capacity: 2 },
];

describe('quality', () => {
  it('sums a result up', () => {
    const pairs = [
      { menteeId: 'a', mentorId: 'y', score: 100, locked: false },
      { menteeId: 'b', mentorId: 'y', score: 40, locked: true },
      { menteeId: 'b', mentorId: 'x', score: 10, locked: false },
      { menteeId: 'a', mentorId: 'z', score: 70, locked: false },
    ];
    expect(quality({ mentees, mentors: [...mentors, { id: 'q', capacity: 0 }] }, { pairs })).toEqual({
      pairs: 4,
      total: 220,
      coverage: 2 / 3,
      menteesWithout: 1,
      meanScore: 55,
      medianScore: 40,
      worstScore: 10,
      firstWishRate: 1 / 3,
      anyWishRate: 2 / 3,
      load: [
        { mentorId: 'q', pairs: 0, capacity: 0 },
        { mentorId: 'x', pairs: 1, capacity: 1 },
        { mentorId: 'y', pairs: 2, capacity: 3 },
        { mentorId: 'z', pairs: 1, capacity: 2 },
      ],
      mentorsByLoad: [1, 2, 1],
    });
  });

  it('has no scores to tell of when nobody was paired', () => {
    expect(quality({ mentees, mentors }, { pairs: [] })).toMatchObject({
      coverage: 0,
      meanScore: null,
      medianScore: null,
      worstScore: null,
      firstWishRate: 0,
      mentorsByLoad: [3],
    });
    expect(quality({ mentees: [], mentors: [] }, { pairs: [] })).toMatchObject({
      coverage: 1,
      firstWishRate: null,
      anyWishRate: null,
    });
  });
});
