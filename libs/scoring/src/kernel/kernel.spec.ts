import * as fc from 'fast-check';
import { createTaxonomy } from '#skills';
import { cohortOf, customSkills, fieldSpecs } from '../../../../test/support/scoring-cohort.js';
import type { Cohort } from '../../../../test/support/scoring-cohort.js';
import type { ScoringContext } from '../context.js';
import { createScoringContext } from '../create-context.js';
import type { ScoringSettings } from '../create-context.js';
import { scoreOf, scorePair } from '../score-pair.js';
import type { Weights } from '../weights.js';
import { createScoreKernel } from './create-score-kernel.js';
import { packPeople } from './pack-people.js';

const taxonomy = createTaxonomy(customSkills);

function contextFor({ pairs }: Cohort, over: Partial<ScoringSettings> = {}): ScoringContext {
  const third = Math.floor(pairs.length / 3);
  return createScoringContext({
    taxonomy,
    term: { from: '2027-01-04', weeks: 26 },
    blockedPairs: pairs.slice(0, third),
    forbiddenPairs: pairs.slice(third, 2 * third),
    earlierPairs: pairs.slice(2 * third),
    ...over,
  });
}

const weightsOf = (over: Partial<Weights>): Weights => ({
  skills: 0,
  goals: 0,
  wishes: 0,
  availability: 0,
  style: 0,
  experience: 0,
  language: 0,
  place: 0,
  ...over,
});

/** Every pair by the reference, row by row. */
const byReference = ({ mentees, mentors }: Cohort, context: ScoringContext): number[][] =>
  mentees.map((mentee) => mentors.map((mentor) => scoreOf(mentee, mentor, context)));

function byRows(cohort: Cohort, context: ScoringContext): number[][] {
  const kernel = createScoreKernel(packPeople(cohort.mentees, cohort.mentors, context));
  const row = new Int32Array(cohort.mentors.length);
  return cohort.mentees.map((_, mentee) => {
    kernel.scoreRow(mentee, row);
    return [...row];
  });
}

function byColumns(cohort: Cohort, context: ScoringContext): number[][] {
  const kernel = createScoreKernel(packPeople(cohort.mentees, cohort.mentors, context));
  const columns = cohort.mentors.map((_, mentor) => {
    const column = new Int32Array(cohort.mentees.length);
    kernel.scoreColumn(mentor, column);
    return column;
  });
  return cohort.mentees.map((_, mentee) => columns.map((column) => column[mentee]!));
}

const settings: [string, Partial<ScoringSettings>][] = [
  ['the defaults', {}],
  [
    'no hard rule that can be turned off',
    {
      rules: {
        minimumLanguageLevel: null,
        maximumZoneGapHours: null,
        floor: false,
        excludeEarlierPartners: false,
        excludeReportingLine: false,
      },
    },
  ],
  [
    'every hard rule',
    {
      rules: {
        minimumLanguageLevel: 2,
        maximumZoneGapHours: 10.5,
        minimumWeeklyOverlapMinutes: 1,
        floor: false,
        mustMatch: ['site'],
        mustDiffer: ['department'],
      },
    },
  ],
  [
    'rules of the list about attributes and fields',
    {
      rules: {
        maximumZoneGapHours: null,
        list: [
          { kind: 'must-match', of: 'field:topics', whenMissing: 'allow' },
          {
            kind: 'must-differ',
            of: 'organisation',
            for: { of: 'field:track', is: ['research', 'Industry'] },
          },
          { kind: 'number-gap', of: 'yearsExperience', atMost: 20 },
          { kind: 'number-gap', of: 'field:level', mentorAhead: -5.25, whenMissing: 'forbid' },
          { kind: 'date-gap', of: 'field:start', atMostDays: 360 },
        ],
      },
    },
  ],
  [
    'rules that forbid most pairs many times over',
    {
      rules: {
        floor: false,
        minimumLanguageLevel: null,
        maximumZoneGapHours: null,
        mustDiffer: ['department'],
        list: [
          { kind: 'must-match', of: 'field:track' },
          ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p'].map(
            (value) => ({
              kind: 'must-match' as const,
              of: 'field:nobody-has-it',
              for: { of: 'field:track', is: ['Teaching', value] },
            }),
          ),
          { kind: 'date-order', of: 'field:start', first: 'mentee' },
          {
            kind: 'date-order',
            of: 'field:start',
            first: 'mentor',
            daysAtLeast: 0,
            for: { of: 'city', is: ['PUNE'] },
          },
        ],
      },
    },
  ],
  [
    'fields that count, beside everything else',
    {
      fields: [...fieldSpecs],
      weights: {
        ...weightsOf({ skills: 17, goals: 9, wishes: 11 }),
        'field:track': 13,
        'field:topics': 29,
        'field:level': 21,
      },
      rules: {
        maximumZoneGapHours: null,
        list: [{ kind: 'must-differ', of: 'field:track', whenMissing: 'allow' }],
      },
    },
  ],
  ...fieldSpecs.map((spec): [string, Partial<ScoringSettings>] => [
    `field ${spec.key} alone`,
    {
      fields: [spec],
      weights: { ...weightsOf({}), [`field:${spec.key}`]: 100 },
      rules: { maximumZoneGapHours: null, floor: spec.key === 'level' },
    },
  ]),
  [
    'a full language and a place',
    {
      rules: { minimumLanguageLevel: 4, maximumZoneGapHours: 5.75 },
      weights: weightsOf({ skills: 7, goals: 13, place: 31, experience: 19, language: 3, style: 27 }),
    },
  ],
  [
    'much time and a term in autumn',
    {
      neededWeeklyMinutes: 500,
      term: { from: '2026-09-30', weeks: 11 },
      weights: weightsOf({ availability: 61, skills: 39 }),
      rules: { maximumZoneGapHours: 26, floor: false },
    },
  ],
  [
    'one week with a change of the clocks',
    {
      term: { from: '2027-03-24', weeks: 1 },
      weights: weightsOf({ availability: 100 }),
      rules: { maximumZoneGapHours: null, minimumLanguageLevel: null },
    },
  ],
  ...(['skills', 'goals', 'wishes', 'availability', 'style', 'experience', 'language', 'place'] as const).map(
    (feature): [string, Partial<ScoringSettings>] => [
      `${feature} alone`,
      { weights: weightsOf({ [feature]: 100 }), rules: { maximumZoneGapHours: 12, minimumLanguageLevel: 1 } },
    ],
  ),
];

describe('the kernel gives the number of the reference for every pair', () => {
  it.each(settings)('under %s', (_name, over) => {
    const cohort = cohortOf(7, 60, 70);
    const context = contextFor(cohort, over);
    const expected = byReference(cohort, context);
    expect(byRows(cohort, context)).toEqual(expected);
    expect(byColumns(cohort, context)).toEqual(expected);
    const feasible = expected.flat().filter((score) => score >= 0);
    expect(feasible.length).toBeGreaterThan(15);
    expect(feasible.length).toBeLessThan(60 * 70);
  });

  it.each([1, 5, 30])('for times on a grid of %d minutes', (step) => {
    const cohort = cohortOf(11, 40, 50, step);
    const context = contextFor(cohort, { rules: { maximumZoneGapHours: null } });
    expect(byRows(cohort, context)).toEqual(byReference(cohort, context));
  });

  it('for any cohort, settings and term', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom(1, 5, 15, 30),
        fc.constantFrom(...settings.map(([, over]) => over)),
        fc.constantFrom('2027-01-04', '2027-03-13', '2027-03-28', '2027-10-24', '2026-12-31'),
        fc.constantFrom(1, 3, 26, 52),
        (seed, mentees, mentors, step, over, from, weeks) => {
          const cohort = cohortOf(seed, mentees, mentors, step);
          const context = contextFor(cohort, { ...over, term: { from, weeks } });
          const expected = byReference(cohort, context);
          expect(byRows(cohort, context)).toEqual(expected);
          expect(byColumns(cohort, context)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('for people who are free nearly always over years', () => {
    const cohort = cohortOf(3, 20, 20, 1);
    const always = (['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const).map((weekday) => ({
      weekday,
      startMinute: 0,
      endMinute: 1439,
    }));
    const wide = {
      ...cohort,
      mentees: cohort.mentees.map((mentee) => ({ ...mentee, windows: [...always, ...mentee.windows] })),
      mentors: cohort.mentors.map((mentor) => ({ ...mentor, windows: [...always, ...mentor.windows] })),
    };
    const context = contextFor(wide, {
      term: { from: '2027-01-04', weeks: 104 },
      neededWeeklyMinutes: 10_080,
      weights: weightsOf({ availability: 100 }),
    });
    expect(byRows(wide, context)).toEqual(byReference(wide, context));
    expect(byColumns(wide, context)).toEqual(byReference(wide, context));
  });

  it.each([
    [3, 2200],
    [2200, 3],
  ])('for %d mentees and %d mentors', (mentees, mentors) => {
    const cohort = cohortOf(17, mentees, mentors);
    const context = contextFor(cohort);
    const expected = byReference(cohort, context);
    expect(byRows(cohort, context)).toEqual(expected);
    expect(byColumns(cohort, context)).toEqual(expected);
  });

  it('for a mentee who wants everything', () => {
    const cohort = cohortOf(5, 4, 60);
    const wants = taxonomy.skills.map(({ id }) => ({ skillId: id, priority: 3, currentLevel: 0 }));
    const greedy = { ...cohort, mentees: cohort.mentees.map((mentee) => ({ ...mentee, wants })) };
    const context = contextFor(greedy);
    expect(byRows(greedy, context)).toEqual(byReference(greedy, context));
    expect(byColumns(greedy, context)).toEqual(byReference(greedy, context));
  });

  it('for pairs that functions rule out', () => {
    const cohort = cohortOf(9, 30, 30);
    const context = contextFor(cohort, {
      isBlocked: (mentee, mentor) => (mentee.id.length + mentor.id.length) % 2 === 0,
      isForbidden: (mentee) => mentee.id === 'e3',
      wereEarlierPartners: (_mentee, mentor) => mentor.id === 'o4',
      managerOf: (key) => (key === 'boss@people.test' ? 'o7@people.test' : null),
    });
    expect(byRows(cohort, context)).toEqual(byReference(cohort, context));
  });
});

describe('a pack', () => {
  it('may lie in shared memory and go to another thread', () => {
    const cohort = cohortOf(21, 30, 30);
    const context = contextFor(cohort);
    const buffers: SharedArrayBuffer[] = [];
    const packed = packPeople(cohort.mentees, cohort.mentors, context, (bytes) => {
      const buffer = new SharedArrayBuffer(bytes);
      buffers.push(buffer);
      return buffer;
    });
    expect(buffers.length).toBeGreaterThan(10);
    const there = structuredClone(packed);
    const [here, copy] = [new Int32Array(30), new Int32Array(30)];
    cohort.mentees.forEach((_, mentee) => {
      createScoreKernel(packed).scoreRow(mentee, here);
      createScoreKernel(there).scoreRow(mentee, copy);
      expect([...copy]).toEqual([...here]);
    });
  });

  it('knows the points of a wish', () => {
    const cohort = cohortOf(13, 60, 20);
    const context = contextFor(cohort);
    const kernel = createScoreKernel(packPeople(cohort.mentees, cohort.mentors, context));
    let wished = 0;
    cohort.mentees.forEach((mentee, row) => {
      cohort.mentors.forEach((mentor, column) => {
        const pair = scorePair(mentee, mentor, context);
        if (!pair.feasible) return;
        const points = pair.contributions.find(({ feature }) => feature === 'wishes')?.points;
        expect(kernel.wishPoints(row, column)).toBe(points);
        if (points !== 0) wished += 1;
      });
    });
    expect(wished).toBeGreaterThan(0);
  });
});
