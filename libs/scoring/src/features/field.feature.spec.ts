import { fieldSpecs } from '../../../../test/support/scoring-cohort.js';
import { contextOf, menteeOf, mentorOf } from '../../../../test/support/scoring-people.js';
import type { Contribution } from '../pair-score.js';
import type { FieldValue } from '../profile.js';
import { scoreOf, scorePair } from '../score-pair.js';
import { DEFAULT_WEIGHTS, validateWeights } from '../weights.js';

type Fields = Readonly<Record<string, FieldValue>>;

const weights = { ...DEFAULT_WEIGHTS, skills: 5, 'field:track': 10, 'field:topics': 10, 'field:level': 10 };
const context = contextOf({ weights, fields: fieldSpecs });

function partOf(key: string, mentee: Fields, mentor: Fields): Contribution {
  const people = [menteeOf({ fields: mentee }), mentorOf({ fields: mentor }), context] as const;
  const pair = scorePair(...people);
  if (!pair.feasible) throw new Error(pair.reasons.join());
  expect(pair.score).toBe(pair.contributions.reduce((sum, { points }) => sum + points, 0));
  expect(scoreOf(...people)).toBe(pair.score);
  return pair.contributions.find(({ feature }) => feature === `field:${key}`)!;
}

describe('a field of the program in a score', () => {
  it.each<[string, Fields, Fields, number, string]>([
    ['track', { track: 'Research' }, { track: 'research ' }, 1000, 'shares Research in “Track”'],
    ['track', { track: 'Research' }, { track: 'Teaching' }, 0, 'has nothing in common with you in “Track”'],
    ['track', { track: 'Research' }, {}, 0, '“Track” was not given by both'],
    [
      'topics',
      { topics: ['AI', 'Law'] },
      { topics: ['Law', 'Data', 'AI'] },
      666,
      'shares AI and Law in “Topics”',
    ],
    ['topics', { topics: ['AI'] }, { topics: [] }, 0, '“Topics” was not given by both'],
    ['level', { level: 2 }, { level: 2 }, 1000, 'has the same “Level” as you'],
    ['level', { level: 2 }, { level: 3.5 }, 500, 'is 1.5 apart from you in “Level”'],
    ['level', { level: 2 }, { level: 5 }, 0, 'is 3 apart from you in “Level”'],
  ])('%s of %j and %j gives %d of 1000', (key, mentee, mentor, points, because) => {
    expect(partOf(key, mentee, mentor)).toMatchObject({ points, outOf: 1000, because });
  });

  it('is told to the two people only where everybody reads the field', () => {
    expect(partOf('track', {}, {}).audience).toBe('pair');
    expect(partOf('topics', {}, {}).audience).toBe('admin');
  });

  it('gains nobody anything by ticking every box', () => {
    const points = (topics: readonly string[]): number =>
      partOf('topics', { topics: ['AI'] }, { topics }).points;
    expect(points(['AI', 'Data', 'Ethics', 'Law'])).toBeLessThan(points(['AI', 'Data']));
  });
});

describe('weights of fields', () => {
  const paths = (more: object): string[] =>
    validateWeights({ ...DEFAULT_WEIGHTS, ...more }, fieldSpecs).map(({ path }) => path);

  it('are among what adds up to 100', () => {
    expect(paths({ skills: 25, 'field:track': 10 })).toEqual([]);
    expect(paths({ 'field:track': 10 })).toEqual(['']);
    expect(paths({ 'field:track': 1.5 })).toEqual(['field:track']);
  });

  it('are of fields that can be compared, and of no group of people', () => {
    expect(paths({ 'field:hat': 0 })).toEqual(['field:hat']);
    const base = { label: 'Any', isPrivate: true, scale: null };
    const more = [
      { ...base, key: 'gender', kind: 'choice' as const, options: ['a', 'b'] },
      { ...base, key: 'notes', kind: 'text' as const, options: [] },
      { ...base, key: 'size', kind: 'number' as const, options: [] },
    ];
    for (const { key } of more)
      expect(validateWeights({ ...DEFAULT_WEIGHTS, [`field:${key}`]: 0 }, more)).toHaveLength(1);
  });
});
