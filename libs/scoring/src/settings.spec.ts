import { DEFAULT_RULES, validateRules } from './rules.js';
import { DEFAULT_WEIGHTS, validateWeights } from './weights.js';

describe('weights', () => {
  it('add up to 100 by default', () => {
    expect(validateWeights(DEFAULT_WEIGHTS)).toEqual([]);
  });

  it.each([
    [{ ...DEFAULT_WEIGHTS, skills: 34 }, ''],
    [{ ...DEFAULT_WEIGHTS, skills: 35.5 }, 'skills'],
    [{ ...DEFAULT_WEIGHTS, goals: -1 }, 'goals'],
    [{ ...DEFAULT_WEIGHTS, goals: '20' }, 'goals'],
    [{ ...DEFAULT_WEIGHTS, age: 0 }, 'age'],
    [{ skills: 100 }, 'goals'],
  ])('%j has a problem at "%s"', (weights, path) => {
    expect(validateWeights(weights).map((problem) => problem.path)).toContain(path);
  });
});

describe('rules', () => {
  it('have nothing against their defaults, nor against limits turned off', () => {
    expect(validateRules({ ...DEFAULT_RULES })).toEqual([]);
    const off = { minimumLanguageLevel: null, maximumZoneGapHours: null, minimumWeeklyOverlapMinutes: null };
    expect(validateRules(off)).toEqual([]);
    expect(validateRules({ maximumZoneGapHours: 5.75 })).toEqual([]);
  });

  it.each([
    [{ minimumLanguageLevel: 5 }, 'minimumLanguageLevel'],
    [{ minimumLanguageLevel: 1.5 }, 'minimumLanguageLevel'],
    [{ maximumZoneGapHours: -1 }, 'maximumZoneGapHours'],
    [{ maximumZoneGapHours: Number.NaN }, 'maximumZoneGapHours'],
    [{ minimumWeeklyOverlapMinutes: 'many' }, 'minimumWeeklyOverlapMinutes'],
    [{ floor: 'yes' }, 'floor'],
    [{ mustMatch: 'department' }, 'mustMatch'],
    [{ mustMatch: ['gender'] }, 'mustMatch'],
    [{ mustMatch: ['site'], mustDiffer: ['site'] }, 'mustDiffer'],
    [{ minimumAge: 3 }, 'minimumAge'],
  ])('%j has a problem at "%s"', (rules, path) => {
    expect(validateRules(rules).map((problem) => problem.path)).toEqual([path]);
  });
});
