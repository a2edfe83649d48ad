import * as fc from 'fast-check';
import { createTaxonomy } from '#skills';
import { anyMentee, anyMentor, contextOf, menteeOf, mentorOf } from '../../../test/support/scoring-people.js';
import { rankMentors } from './rank-mentors.js';
import type { MenteeProfile, MentorProfile } from './profile.js';
import { scoreOf } from './score-pair.js';

const context = contextOf({ rules: { floor: false, minimumLanguageLevel: null, maximumZoneGapHours: null } });
const everything = createTaxonomy().skills.map(({ id }) => id);

const goals = Array.from({ length: 12 }, (_, index) => `goal-${index}`);

describe('ticking every box', () => {
  it('as a mentee dilutes the match with the mentor one really wants', () => {
    const mentor = mentorOf();
    const honest = menteeOf();
    const greedy = menteeOf({
      wants: everything.map((skillId) => ({ skillId, priority: 3 })),
      goals: ['leadership', 'networking', ...goals],
    });
    expect(scoreOf(greedy, mentor, context)).toBeLessThan(scoreOf(honest, mentor, context) - 3000);
  });

  it('as a mentor tops no list of somebody for whom there is a specialist', () => {
    const ticker = mentorOf({
      id: 'a-ticker',
      skills: everything.map((skillId) => ({ skillId, level: 5 })),
      goals: [...goals],
    });
    const topped = everything.filter((skillId, index) => {
      const goal = goals[index % goals.length]!;
      const mentee = menteeOf({ wants: [{ skillId, priority: 3 }], goals: [goal] });
      const specialist = mentorOf({ id: 'specialist', skills: [{ skillId, level: 3 }], goals: [goal] });
      return rankMentors(mentee, [ticker, specialist], context)[0]?.mentor.id === 'a-ticker';
    });
    expect(topped).toEqual([]);
  });

  it('as a mentor never pays: beyond the free number each further skill that nobody asked for costs', () => {
    const skills = everything.slice(0, 60).map((skillId) => ({ skillId, level: 5 }));
    const wanted = skills[0]!.skillId;
    const mentee = menteeOf({ wants: [{ skillId: wanted, priority: 3 }] });
    const scores = [12, 13, 24, 48, 60].map((count) =>
      scoreOf(mentee, mentorOf({ skills: skills.slice(0, count) }), context),
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });
});

describe('offering less', () => {
  const shorter = (
    person: MentorProfile | MenteeProfile,
    drop: number,
  ): { windows: MentorProfile['windows'] } => ({
    windows: person.windows.filter((_, index) => index !== drop % Math.max(1, person.windows.length)),
  });

  it('time never scores more, on either side', () => {
    fc.assert(
      fc.property(anyMentee, anyMentor, fc.nat(), (mentee, mentor, drop) => {
        const full = scoreOf(mentee, mentor, context);
        expect(scoreOf(mentee, { ...mentor, ...shorter(mentor, drop) }, context)).toBeLessThanOrEqual(full);
        expect(scoreOf({ ...mentee, ...shorter(mentee, drop) }, mentor, context)).toBeLessThanOrEqual(full);
      }),
    );
  });

  it('skills, goals or years as a mentor never scores more', () => {
    fc.assert(
      fc.property(anyMentee, anyMentor, (mentee, mentor) => {
        const full = scoreOf(mentee, mentor, context);
        const less: Partial<MentorProfile>[] = [
          { skills: mentor.skills.slice(1) },
          { skills: mentor.skills.map(({ skillId, level }) => ({ skillId, level: Math.max(1, level - 1) })) },
          { goals: mentor.goals.length > 6 ? mentor.goals : mentor.goals.slice(1) },
          { yearsExperience: null },
        ];
        for (const change of less) {
          expect(scoreOf(mentee, { ...mentor, ...change }, context)).toBeLessThanOrEqual(full);
        }
      }),
    );
  });
});

describe('other people', () => {
  it('who join change nobody’s score, and the order of the input changes no list', () => {
    fc.assert(
      fc.property(anyMentee, fc.array(anyMentor, { minLength: 2, maxLength: 8 }), (mentee, mentors) => {
        const named = mentors.map((mentor, index) => ({
          ...mentor,
          id: `m${index}`,
          personKey: `m${index}`,
        }));
        const forward = rankMentors(mentee, named, context);
        const backward = rankMentors(mentee, [...named].reverse(), context);
        expect(backward).toEqual(forward);
        const without = rankMentors(mentee, named.slice(1), context);
        expect(without).toEqual(forward.filter(({ mentor }) => mentor.id !== 'm0'));
      }),
      { numRuns: 50 },
    );
  });
});
