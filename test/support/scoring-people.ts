import * as fc from 'fast-check';
import { createScoringContext } from '#scoring';
import type { MenteeProfile, MentorProfile, ScoringContext, ScoringSettings, WorkingStyle } from '#scoring';
import { createTaxonomy } from '#skills';

const taxonomy = createTaxonomy();

/** A context over half a year in which Europe and North America change their clocks. */
export function contextOf(settings: Partial<ScoringSettings> = {}): ScoringContext {
  return createScoringContext({ taxonomy, term: { from: '2027-01-04', weeks: 26 }, ...settings });
}

/** A mentee who wants React first; every field can be said otherwise. */
export function menteeOf(over: Partial<MenteeProfile> = {}): MenteeProfile {
  const id = over.id ?? 'e1';
  return {
    id,
    personKey: `${id}@mentees.test`,
    languages: [{ code: 'en' }],
    timeZone: 'Europe/Berlin',
    windows: [{ weekday: 'MO', startMinute: 1080, endMinute: 1200 }],
    yearsExperience: 3,
    organisation: 'Northwind',
    department: 'Payments',
    attributes: {},
    wants: [{ skillId: 'react', priority: 3 }],
    goals: ['leadership', 'networking'],
    wishes: [],
    roundsWaited: 0,
    priority: 0,
    ...over,
  };
}

/** A mentor who fits `menteeOf` in everything; every field can be said otherwise. */
export function mentorOf(over: Partial<MentorProfile> = {}): MentorProfile {
  const id = over.id ?? 'm1';
  return {
    id,
    personKey: `${id}@mentors.test`,
    languages: [{ code: 'en' }],
    timeZone: 'Europe/Berlin',
    windows: [{ weekday: 'MO', startMinute: 1080, endMinute: 1200 }],
    yearsExperience: 12,
    organisation: 'Contoso',
    department: 'Search',
    attributes: {},
    skills: [{ skillId: 'react', level: 5 }],
    goals: ['leadership', 'networking'],
    capacity: 2,
    vetoes: [],
    ...over,
  };
}

const skillIds = [
  'react',
  'redux',
  'vue',
  'javascript',
  'python',
  'django',
  'nursing',
  'negotiation',
  'unknown-1',
];
const goalIds = [
  'leadership',
  'networking',
  'promotion',
  'confidence',
  'first_job',
  'interviewing',
  'career_change',
];
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'UTC',
];
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const someOf = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...values));

const windows = fc.array(
  fc.record({
    weekday: fc.constantFrom(...weekdays),
    startMinute: fc.integer({ min: 0, max: 1380 }),
    endMinute: fc.constant(1440),
  }),
  { maxLength: 4 },
);

const style: fc.Arbitrary<WorkingStyle | null> = fc.option(
  fc.record({
    items: fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      fc.integer({ min: 1, max: 5 }),
    ),
    values: fc.uniqueArray(fc.constantFrom('mastery', 'helping', 'security'), { maxLength: 2 }),
  }),
);

const person = {
  languages: fc.uniqueArray(
    fc.record({
      code: fc.constantFrom('en', 'de', 'hi'),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    }),
    { selector: ({ code }) => code },
  ),
  timeZone: fc.constantFrom(...zones),
  windows,
  yearsExperience: fc.option(fc.integer({ min: 0, max: 50 })),
  organisation: fc.option(fc.constantFrom('Northwind', 'Contoso')),
  city: fc.option(fc.constantFrom('Berlin', 'Pune')),
  format: fc.option(fc.constantFrom('in_person' as const, 'online' as const, 'either' as const)),
  workingStyle: style,
};

/** Any mentee. */
export const anyMentee: fc.Arbitrary<MenteeProfile> = fc
  .record({
    ...person,
    wants: fc.array(
      fc.record({
        skillId: fc.constantFrom(...skillIds),
        priority: fc.integer({ min: 1, max: 3 }),
        currentLevel: fc.integer({ min: 0, max: 5 }),
      }),
      { maxLength: 8 },
    ),
    goals: someOf(goalIds),
    wishes: someOf(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7']),
  })
  .map((over) => menteeOf(over));

/** Any mentor. */
export const anyMentor: fc.Arbitrary<MentorProfile> = fc
  .record({
    ...person,
    skills: fc.array(
      fc.record({ skillId: fc.constantFrom(...skillIds), level: fc.integer({ min: 1, max: 5 }) }),
      { maxLength: 8 },
    ),
    goals: someOf(goalIds),
  })
  .map((over) => mentorOf(over));
