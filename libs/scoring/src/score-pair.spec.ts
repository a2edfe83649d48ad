import * as fc from 'fast-check';
import { anyMentee, anyMentor, contextOf, menteeOf, mentorOf } from '../../../test/support/scoring-people.js';
import type { ScoringContext } from './context.js';
import type { Contribution, Feature } from './pair-score.js';
import { MAX_SCORE } from './pair-score.js';
import type { MenteeProfile, MentorProfile, WorkingStyle } from './profile.js';
import { INFEASIBLE, scoreOf, scorePair, scoreRow } from './score-pair.js';

const context = contextOf({ rules: { floor: false, minimumLanguageLevel: null, maximumZoneGapHours: null } });
const onlyPlace = contextOf({
  weights: {
    skills: 0,
    goals: 0,
    wishes: 0,
    availability: 0,
    style: 0,
    experience: 0,
    language: 0,
    place: 100,
  },
});

function part(
  feature: Feature,
  mentee: Partial<MenteeProfile>,
  mentor: Partial<MentorProfile>,
  within: ScoringContext = context,
): Contribution {
  const pair = scorePair(menteeOf(mentee), mentorOf(mentor), within);
  if (!pair.feasible) throw new Error(pair.reasons.join());
  return pair.contributions.find((each) => each.feature === feature)!;
}

describe('a score', () => {
  it('is the sum of whole contributions, each within its weight, and the same without words', () => {
    fc.assert(
      fc.property(anyMentee, anyMentor, fc.boolean(), (mentee, mentor, strict) => {
        const within = strict ? contextOf() : context;
        const pair = scorePair(mentee, mentor, within);
        const row = new Int32Array(1);
        scoreRow(mentee, [mentor], within, row);
        expect(row[0]).toBe(scoreOf(mentee, mentor, within));
        if (!pair.feasible) {
          expect(pair.reasons.length).toBeGreaterThan(0);
          expect(row[0]).toBe(INFEASIBLE);
          return;
        }
        const sum = pair.contributions.reduce((total, { points }) => total + points, 0);
        expect(pair.score).toBe(sum);
        expect(row[0]).toBe(sum);
        expect(sum).toBeLessThanOrEqual(MAX_SCORE);
        for (const { points, outOf, because, becauseForMentor } of pair.contributions) {
          expect(Number.isInteger(points) && points >= 0 && points <= outOf).toBe(true);
          expect(because.length * becauseForMentor.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('is 10,000 when everything fits', () => {
    const style: WorkingStyle = { items: { a: 1, b: 2, c: 3, d: 4, e: 5 }, values: ['mastery', 'security'] };
    const mentee = menteeOf({ wishes: ['m1'], workingStyle: style });
    expect(scorePair(mentee, mentorOf({ workingStyle: style }), context)).toMatchObject({ score: 10_000 });
  });

  it('hides wishes and style from the pair, and leaves out what has no weight', () => {
    const pair = scorePair(menteeOf(), mentorOf(), context);
    const contributions = pair.feasible ? pair.contributions : [];
    expect(
      contributions.filter(({ audience }) => audience === 'admin').map(({ feature }) => feature),
    ).toEqual(['wishes', 'style']);
    expect(contributions.map(({ feature }) => feature)).not.toContain('place');
  });
});

describe('skills', () => {
  it.each([
    // offered level, current level, points of 3500
    [5, undefined, 3500],
    [4, undefined, 2625],
    [1, undefined, 0],
    [5, 4, 3500],
    [4, 3, 1750],
    [3, 3, 0],
    [5, 5, 0],
    [3, 0, 2100],
  ])('level %d against %s gives %d', (level, currentLevel, points) => {
    const wants = [
      { skillId: 'react', priority: 3, ...(currentLevel === undefined ? {} : { currentLevel }) },
    ];
    expect(part('skills', { wants }, { skills: [{ skillId: 'react', level }] }).points).toBe(points);
  });

  it('gives a relative its part, and a stranger none', () => {
    const offering = (skillId: string): number =>
      part('skills', {}, { skills: [{ skillId, level: 5 }] }).points;
    expect(offering('redux')).toBe(2625);
    expect(offering('nursing')).toBe(0);
    expect(offering('not-in-any-list')).toBe(0);
  });

  it('weighs by priority and by the fixed rarity', () => {
    const wants = [
      { skillId: 'react', priority: 3 },
      { skillId: 'haskell', priority: 1 },
    ];
    const total = 3 * 850 + 1200;
    expect(part('skills', { wants }, {}).points).toBe(Math.floor((3500 * 3 * 850) / total));
    const haskell = { skills: [{ skillId: 'haskell', level: 5 }] };
    expect(part('skills', { wants }, haskell).points).toBe(Math.floor((3500 * 1200) / total));
  });

  it('says what is offered, how it was ranked, and what it is close to', () => {
    const wants = [
      { skillId: 'react', priority: 3 },
      { skillId: 'angular', priority: 2 },
    ];
    const skills = [
      { skillId: 'react', level: 4 },
      { skillId: 'rxjs', level: 3 },
    ];
    const { because, becauseForMentor } = part('skills', { wants }, { skills });
    expect(because).toBe(
      'offers React 4/5, which you ranked first; RxJS 3/5, close to Angular, which you ranked second',
    );
    expect(becauseForMentor).toBe('wants React (you offer 4/5) and Angular, close to your RxJS 3/5');
    expect(part('skills', { wants: [] }, {}).because).toBe('you named no skills');
  });

  it('counts a skill once that is named twice', () => {
    const twice = [
      { skillId: 'react', priority: 1 },
      { skillId: 'react', priority: 3 },
      { skillId: 'vue', priority: 3 },
    ];
    const once = twice.slice(1);
    expect(part('skills', { wants: twice }, {}).points).toBe(part('skills', { wants: once }, {}).points);
  });
});

describe('goals', () => {
  it.each([
    [['leadership', 'networking'], 2000],
    [['leadership'], 1333],
    [['networking'], 666],
    [['promotion'], 0],
  ])('a mentor for %j covers %d', (goals, points) => {
    expect(part('goals', {}, { goals }).points).toBe(points);
  });

  it('count less when a mentor supports more of them than six', () => {
    const more = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    expect(part('goals', {}, { goals: ['leadership', 'networking', ...more.slice(0, 4)] }).points).toBe(2000);
    expect(part('goals', {}, { goals: ['leadership', 'networking', ...more] }).points).toBe(1000);
  });

  it('say which ones, by the names of the program', () => {
    const named = contextOf({ goalName: (id) => (id === 'leadership' ? 'Leading people' : id) });
    expect(part('goals', {}, { goals: ['leadership'] }, named).because).toBe(
      'supports Leading people, your first goal among them',
    );
    expect(part('goals', { goals: ['first_job'] }, { goals: ['first_job'] }).because).toBe(
      'supports first job',
    );
  });
});

describe('the other parts', () => {
  it.each([
    [['m1'], 2000],
    [['m9', 'm1'], 1600],
    [['a', 'b', 'c', 'd', 'm1'], 400],
    [['a', 'b', 'c', 'd', 'e', 'f', 'm1'], 400],
    [['m9'], 0],
    [[], 0],
  ])('wishes %j give %d', (wishes, points) => {
    expect(part('wishes', { wishes }, {}).points).toBe(points);
  });

  it.each([
    [1080, 1110, 500],
    [1080, 1140, 1000],
    [1080, 1200, 1000],
    [600, 660, 0],
  ])('free from %d to %d earns %d for time', (startMinute, endMinute, points) => {
    expect(part('availability', {}, { windows: [{ weekday: 'MO', startMinute, endMinute }] }).points).toBe(
      points,
    );
  });

  const items = (value: number): WorkingStyle => ({
    items: { a: value, b: value, c: value, d: value, e: value },
    values: ['mastery', 'security'],
  });
  const few: WorkingStyle = { items: { a: 1, b: 1, c: 1, d: 1, e: 1 }, values: [] };
  it.each<[WorkingStyle | null, WorkingStyle | null, number]>([
    [items(3), items(3), 500],
    [items(1), items(5), 0],
    // five answers two steps apart and equal values: (3.5 / 6 − 0.45) / 0.40
    [items(1), items(3), 166],
    [items(1), null, 250],
    [null, null, 250],
    [few, few, 250],
  ])('styles %j and %j give %d', (a, b, points) => {
    expect(part('style', { workingStyle: a }, { workingStyle: b }).points).toBe(points);
    expect(part('style', { workingStyle: b }, { workingStyle: a }).points).toBe(points);
  });

  it.each<[number | null, number | null, number | undefined, number]>([
    [3, 12, undefined, 500],
    [3, 5, undefined, 500],
    [3, 4, undefined, 250],
    [3, 3, undefined, 0],
    [9, 3, undefined, 0],
    [3, 8, 10, 250],
    [3, 60, 10, 500],
    [3, 3, 0, 500],
    [null, 1, undefined, 250],
    [3, null, undefined, 0],
  ])('%s years and %s years, %s wanted, give %d', (younger, older, wantedExperienceGap, points) => {
    const mentee = {
      yearsExperience: younger,
      ...(wantedExperienceGap === undefined ? {} : { wantedExperienceGap }),
    };
    expect(part('experience', mentee, { yearsExperience: older }).points).toBe(points);
  });

  it.each([
    [4, 2, 500],
    [3, 2, 250],
    [2, 2, 0],
    [3, 4, 0],
    [4, 4, 500],
  ] as const)('a language at level %d where %d is needed gives %d', (level, minimumLanguageLevel, points) => {
    const mentor = mentorOf({ languages: [{ code: 'en', level }] });
    const pair = scorePair(menteeOf(), mentor, contextOf({ rules: { minimumLanguageLevel } }));
    const found = pair.feasible
      ? pair.contributions.find(({ feature }) => feature === 'language')!.points
      : 0;
    expect(found).toBe(points);
  });

  it('language is the one both speak best, in words that no machine changes', () => {
    const languages = [{ code: 'en', level: 2 as const }, { code: 'de' }];
    expect(part('language', { languages }, { languages: [{ code: 'de' }, { code: 'en' }] }).because).toBe(
      'you both speak German (full level)',
    );
  });

  it.each([
    ['either', 'in_person', 'Pune', 10_000],
    ['online', 'in_person', 'Pune', 0],
    ['either', 'either', 'Delhi', 0],
  ] as const)('place: %s and %s in %s gives %d', (mine, theirs, city, points) => {
    const found = part('place', { format: mine, city: 'Pune' }, { format: theirs, city }, onlyPlace);
    expect(found.points).toBe(points);
  });

  it('place without a city on either side is no place', () => {
    expect(part('place', { format: 'either' }, { format: 'either' }, onlyPlace).points).toBe(0);
  });
});
