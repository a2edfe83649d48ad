import { createTaxonomy } from '#skills';
import * as fc from 'fast-check';
import {
  anyMentee,
  anyMentor,
  contextOf,
  menteeOf,
  mentorOf,
} from '../../../../test/support/scoring-people.js';
import { fieldSpecs } from '../../../../test/support/scoring-cohort.js';
import type { MenteeProfile, MentorProfile } from '../profile.js';
import { FEATURES } from '../pair-score.js';
import type { PairRule } from '../pair-rules/pair-rule.js';
import { DEFAULT_RULES } from '../rules.js';
import { scoreOf } from '../score-pair.js';
import type { Weights } from '../weights.js';
import { MentorPack } from './mentor-pack.js';

const IDS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'];
const PEOPLE = ['ann', 'bob', 'eve', ''];

const fields = fc.record(
  {
    track: fc.constantFrom('Research', 'teaching'),
    topics: fc.subarray(['ai', 'law', 'ethics']),
    level: fc.constantFrom(1, 2.25, 4),
  },
  { requiredKeys: [] },
);

const mentor: fc.Arbitrary<MentorProfile> = fc
  .record({
    who: anyMentor,
    id: fc.constantFrom(...IDS),
    personKey: fc.option(fc.constantFrom(...PEOPLE)),
    managerKey: fc.option(fc.constantFrom(...PEOPLE)),
    vetoes: fc.subarray(['e1', 'e2']),
    department: fc.constantFrom('Search', 'search ', null),
    attributes: fc.constantFrom({}, { country: 'DE' }, { country: 'IN' }),
    broad: fc.boolean(),
    paused: fc.boolean(),
    fields,
  })
  .map(({ who, personKey, broad, paused, ...over }) => ({
    ...who,
    ...over,
    personKey: personKey ?? `${over.id}@mentors.test`,
    ...(paused ? { paused: over.id === 'm8' } : {}),
    skills: broad
      ? [...who.skills, ...Array.from({ length: 11 }, (_, index) => ({ skillId: `odd-${index}`, level: 2 }))]
      : who.skills,
  }));

const mentee: fc.Arbitrary<MenteeProfile> = fc
  .record({
    who: anyMentee,
    personKey: fc.constantFrom(...PEOPLE, 'nobody'),
    managerKey: fc.option(fc.constantFrom(...PEOPLE)),
    attributes: fc.constantFrom({}, { country: 'DE' }),
    department: fc.constantFrom('Search', 'Payments', null),
    approved: fc.constantFrom(true, true, true, false),
    fields,
  })
  .map(({ who, ...over }) => ({ ...who, ...over }));

const weights: fc.Arbitrary<Weights> = fc
  .array(fc.nat(4), { minLength: FEATURES.length, maxLength: FEATURES.length })
  .map((shares) => {
    const sum = shares.reduce((total, share) => total + share, 0);
    const cut = FEATURES.map((_, index) => (sum === 0 ? 0 : Math.floor((100 * (shares[index] ?? 0)) / sum)));
    const rest = 100 - cut.reduce((total, share) => total + share, 0);
    return Object.fromEntries(
      FEATURES.map((feature, index) => [feature, (cut[index] ?? 0) + (index === 0 ? rest : 0)]),
    ) as Weights;
  });

const weightsWithFields: fc.Arbitrary<Weights> = fc.tuple(weights, fc.nat(40)).map(([base, some]) => ({
  ...(Object.fromEntries(FEATURES.map((feature) => [feature, Math.floor(base[feature] / 2)])) as Weights),
  'field:track': some,
  'field:topics': 9,
  'field:level': 1,
}));

const rules = fc.record({
  minimumLanguageLevel: fc.constantFrom(null, 2 as const, 4 as const),
  maximumZoneGapHours: fc.constantFrom(null, 6, 0.5),
  minimumWeeklyOverlapMinutes: fc.constantFrom(null, 0, 30),
  floor: fc.boolean(),
  excludeReportingLine: fc.boolean(),
  excludeEarlierPartners: fc.boolean(),
  mustMatch: fc.constantFrom([], ['department'], ['country']),
  mustDiffer: fc.constantFrom([], ['organisation'], ['city', 'country']),
  list: fc.subarray<PairRule>([
    { kind: 'must-match', of: 'field:topics', whenMissing: 'allow' },
    { kind: 'must-differ', of: 'department', for: { of: 'field:track', is: ['research'] } },
    { kind: 'number-gap', of: 'field:level', atMost: 1.25, mentorAhead: 0 },
    { kind: 'number-gap', of: 'yearsExperience', mentorAhead: -10 },
  ]),
});

const named = fc.array(
  fc.record({ menteeId: fc.constantFrom('e1', 'e2'), mentorId: fc.constantFrom(...IDS) }),
  { maxLength: 3 },
);

const context = fc
  .record({
    fields: fc.constant(fieldSpecs),
    weights: fc.oneof(weights, weightsWithFields),
    rules: fc.oneof(fc.constant(DEFAULT_RULES), rules),
    term: fc.constantFrom({ from: '2027-01-04', weeks: 26 }, { from: '2027-10-20', weeks: 3 }),
    taxonomy: fc.constantFrom(
      createTaxonomy(),
      createTaxonomy([{ id: 'unknown-1', name: 'Redux for all', mergedInto: 'redux' }]),
    ),
    blockedPairs: named,
    forbiddenPairs: named,
    earlierPairs: named,
  })
  .map((settings) => contextOf(settings));

const step = fc.oneof(
  { weight: 4, arbitrary: mentor.map((put) => ({ put, remove: null })) },
  { weight: 1, arbitrary: fc.constantFrom(...IDS).map((remove) => ({ put: null, remove })) },
);

describe('a pack of mentors', () => {
  it('scores like the reference, whoever was put, replaced and removed before', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 20 }),
        fc.array(fc.tuple(mentee, context), { minLength: 1, maxLength: 3 }),
        (steps, questions) => {
          const pack = new MentorPack();
          const known = new Map<string, MentorProfile>();
          for (const { put, remove } of steps) {
            if (put !== null) known.set(put.id, put);
            if (put !== null) pack.put(put);
            if (remove !== null) known.delete(remove);
            if (remove !== null) pack.remove(remove);
          }
          const offering = pack.offering((skillId) => skillId === 'vue');
          for (const [id, one] of known)
            expect(offering[pack.slotOf(id)] === 1).toBe(one.skills.some(({ skillId }) => skillId === 'vue'));
          for (const [who, about] of questions) {
            const scores = pack.scores(who, about);
            for (const id of IDS) {
              const one = known.get(id);
              expect(pack.slotOf(id) === -1).toBe(one === undefined);
              if (one !== undefined) expect(scores[pack.slotOf(id)]).toBe(scoreOf(who, one, about));
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps up with answers and weeks beyond what it lays out', () => {
    const pack = new MentorPack();
    const items = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`q${index}`, 1 + (index % 5)]),
    );
    const values = Array.from({ length: 40 }, (_, index) => `v${index}`);
    const windows = Array.from({ length: 12 }, (_, index) => ({
      weekday: index % 2 === 0 ? ('TU' as const) : ('TH' as const),
      startMinute: 60 + 97 * index,
      endMinute: 120 + 97 * index,
    }));
    const mentors = [
      mentorOf({ id: 'plain' }),
      mentorOf({ id: 'answers', workingStyle: { items, values: [] } }),
      mentorOf({ id: 'values', workingStyle: { items: {}, values } }),
      mentorOf({ id: 'weeks', windows }),
    ];
    for (const one of mentors) pack.put(one);
    const who = menteeOf({
      workingStyle: { items, values: values.slice(0, 2) },
      windows: windows.slice(3, 9),
    });
    for (const one of mentors)
      expect(pack.scores(who, contextOf())[pack.slotOf(one.id)]).toBe(scoreOf(who, one, contextOf()));
  });

  it('counts the hour that a clock shows twice between quarters', () => {
    // On Chatham 3:45 becomes 2:45.
    const about = contextOf({ term: { from: '2027-03-29', weeks: 1 } });
    const at = (from: number, to: number) => ({
      timeZone: 'Pacific/Chatham',
      windows: [{ weekday: 'SU' as const, startMinute: 30 * from, endMinute: 30 * to }],
    });
    const pack = new MentorPack();
    const mentors = [5, 6, 7, 8, 9].map((end) => mentorOf({ id: `until ${end}`, ...at(1, end) }));
    for (const one of mentors) pack.put(one);
    for (const start of [4, 5, 6, 7, 8])
      for (const end of [start + 1, start + 3]) {
        const who = menteeOf(at(start, end));
        const scores = pack.scores(who, about);
        for (const one of mentors) expect(scores[pack.slotOf(one.id)]).toBe(scoreOf(who, one, about));
      }
  });

  it('is worn after many replacements, and forgets who was removed', () => {
    const pack = new MentorPack();
    for (let time = 0; time < 5_000; time += 1) pack.put(mentorOf({ id: `m${time % 2}`, name: 'Grace' }));
    expect(pack.isWorn).toBe(false);
    for (let time = 0; time < 100; time += 1) pack.put(mentorOf({ id: 'm1', name: 'Grace' }));
    expect(pack.isWorn).toBe(true);
    expect(pack.length).toBe(2);
    pack.remove('m0');
    pack.remove('m1');
    pack.remove('m1');
    expect(JSON.stringify(pack)).not.toMatch(/Grace|m0|m1/);
  });
});
