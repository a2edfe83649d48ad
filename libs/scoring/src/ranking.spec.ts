import { weeklyOverlapMinutes } from '#availability';
import { contextOf, menteeOf, mentorOf } from '../../../test/support/scoring-people.js';
import { contentReasons } from './content-reasons.js';
import { rankMentors } from './rank-mentors.js';
import type { Contribution } from './pair-score.js';
import type { MenteeProfile, MentorProfile } from './profile.js';
import { scorePair } from './score-pair.js';
import { strengthOf, strengthScale } from './strength.js';

function contributionsOf(mentee: MenteeProfile, mentor: MentorProfile): readonly Contribution[] {
  const pair = scorePair(mentee, mentor, contextOf());
  if (!pair.feasible) throw new Error('These two are no pair.');
  return pair.contributions;
}

describe('ranking mentors', () => {
  const context = contextOf();
  const mentors = [
    mentorOf({ id: 'c', skills: [{ skillId: 'react', level: 3 }] }),
    mentorOf({ id: 'b' }),
    mentorOf({ id: 'a' }),
    mentorOf({ id: 'paused', paused: true }),
  ];

  it('puts the best first, ties by id, and leaves out who is not possible', () => {
    expect(rankMentors(menteeOf(), mentors, context).map(({ mentor }) => mentor.id)).toEqual(['a', 'b', 'c']);
  });

  it('goes by the score of the pair', () => {
    for (const { mentor, score } of rankMentors(menteeOf(), mentors, context))
      expect(scorePair(menteeOf(), mentor, context)).toMatchObject({ feasible: true, score });
  });
});

describe('reasons for the two people', () => {
  it('are content only, the weightiest first, in the words of their side', () => {
    const contributions = contributionsOf(menteeOf({ wishes: ['m1'] }), mentorOf());
    const all = contentReasons(contributions, 9, 'mentee');
    expect(all).toHaveLength(5);
    expect(all[0]).toBe('offers React 5/5, which you ranked first');
    expect(all.join()).not.toMatch(/wish|style/u);
    expect(contentReasons(contributions, 1, 'mentor')).toEqual(['wants React (you offer 5/5)']);
  });

  it('leave out what earned nothing', () => {
    const mentor = mentorOf({ windows: [], goals: [] });
    const contributions = contributionsOf(menteeOf(), mentor);
    expect(contentReasons(contributions, 9, 'mentee').join()).not.toMatch(/goal|week/u);
  });
});

describe('the scoring context', () => {
  it('means by overlap and gap what availability means by them, across clock changes', () => {
    const term = { from: '2027-03-01', weeks: 8 };
    const context = contextOf({ term });
    const mentee = menteeOf({ timeZone: 'Europe/London' });
    const mentor = mentorOf({
      timeZone: 'America/New_York',
      windows: [{ weekday: 'MO', startMinute: 780, endMinute: 900 }],
    });
    expect(context.overlapMinutes(mentee, mentor)).toBe(weeklyOverlapMinutes(mentee, mentor, term));
    // Two of eight weeks have the clocks an hour closer.
    expect(context.overlapMinutes(mentee, mentor)).toBe(105);
    expect(context.zoneGapHours(mentee, mentor)).toBe(5);
  });
});

describe('strength in words', () => {
  const bests = Array.from({ length: 100 }, (_, index) => (index + 1) * 100).reverse();

  it('is strong from the 33rd percentile of the bests, good from the 10th, possible below', () => {
    const scale = strengthScale(bests, 10);
    expect(scale).toEqual({ strongFrom: 3300, goodFrom: 1000 });
    expect([3300, 3299, 1000, 999].map((score) => strengthOf(score, scale))).toEqual([
      'strong',
      'good',
      'good',
      'possible',
    ]);
  });

  it('has no words for few', () => {
    expect(strengthScale(bests.slice(0, 19), 10)).toBeNull();
    expect(strengthScale(bests.slice(0, 20), 10)).not.toBeNull();
    expect(strengthScale(bests, 9)).toBeNull();
    expect(strengthOf(9000, null)).toBeNull();
  });
});
