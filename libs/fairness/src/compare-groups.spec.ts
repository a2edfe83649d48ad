import fc from 'fast-check';
import { compareGroups } from './compare-groups.js';
import { hiddenGroups, LEAST_PEOPLE } from './hidden-groups.js';
import { wilsonInterval } from './wilson.js';

const sizes = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 8 });

const groupsOf = (people: readonly number[]) =>
  people.map((count, place) => ({ key: String(place), people: count, yes: { met: Math.floor(count / 2) } }));

/** Every way to fill the hidden groups that fits everything a reader is told, as sizes of one hidden group. */
function possibleSizes(told: number, hiddenCount: number): Set<number> {
  if (hiddenCount === 1) return new Set([told]);
  return new Set(Array.from({ length: told + 1 }, (_, size) => size));
}

describe('hidden groups', () => {
  it('are all that are small, and never one alone', () => {
    fc.assert(
      fc.property(sizes, (people) => {
        const hidden = hiddenGroups(people);
        people.forEach((count, place) => {
          if (count < LEAST_PEOPLE) expect(hidden.has(place)).toBe(true);
        });
        if (hidden.size > 0 && people.length > 1) expect(hidden.size).toBeGreaterThan(1);
      }),
    );
  });

  it('leave nothing small to be computed from the whole', () => {
    fc.assert(
      fc.property(sizes, (people) => {
        const { everybody, groups } = compareGroups(['met'], groupsOf(people));
        const hidden = groups.filter((group) => group.people === null);
        if (hidden.length === 0 || everybody.people === null) return;
        const shown = groups.reduce((sum, group) => sum + (group.people ?? 0), 0);
        const together = everybody.people - shown;
        expect(together).toBeGreaterThanOrEqual(LEAST_PEOPLE);
        expect(possibleSizes(together, hidden.length).size).toBeGreaterThan(1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are no more than needed', () => {
    expect([...hiddenGroups([30, 20, 15])]).toEqual([]);
    expect([...hiddenGroups([30, 4, 15])].sort()).toEqual([1, 2]);
    expect([...hiddenGroups([30, 4, 3, 15])].sort()).toEqual([1, 2, 3]);
    expect([...hiddenGroups([30, 6, 4, 15])].sort()).toEqual([1, 2]);
    expect([...hiddenGroups([30, 0, 15])].sort()).toEqual([1, 2]);
    expect([...hiddenGroups([40, 3])].sort()).toEqual([0, 1]);
  });
});

describe('shares', () => {
  it('are of people who are shown, inside their interval, and told when they say something', () => {
    fc.assert(
      fc.property(sizes, fc.nat({ max: 100 }), (people, percent) => {
        const counted = people.map((count, place) => ({
          key: String(place),
          people: count,
          yes: { met: Math.round((count * percent) / 100) },
        }));
        const { everybody, groups } = compareGroups(['met'], counted);
        for (const { people: count, shares } of [everybody, ...groups]) {
          expect(count === null).toBe(shares === null);
          if (shares === null) continue;
          expect(count).toBeGreaterThanOrEqual(LEAST_PEOPLE);
          const { share, low, high, unsaid } = shares.met;
          if (unsaid !== null) continue;
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
          expect(high - low).toBeLessThanOrEqual(41);
        }
      }),
    );
  });

  it('are kept back while they are too few or nobody can know', () => {
    const { groups } = compareGroups(
      ['met', 'ended'],
      [
        { key: 'a', people: 12, yes: { met: 6, ended: null } },
        { key: 'b', people: 120, yes: { met: 60, ended: null } },
      ],
    );
    expect(groups[0]?.shares).toEqual({
      met: { share: null, low: null, high: null, unsaid: 'too-few' },
      ended: { share: null, low: null, high: null, unsaid: 'too-early' },
    });
    expect(groups[1]?.shares?.met).toEqual({ share: 50, low: 41, high: 59, unsaid: null });
  });

  it('have the interval of Wilson', () => {
    // Values of Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    const rounded = ([yes, of]: readonly [number, number]): number[] => {
      const { low, high } = wilsonInterval(yes, of);
      return [Math.round(low * 10_000) / 10_000, Math.round(high * 10_000) / 10_000];
    };
    expect(rounded([81, 263])).toEqual([0.2553, 0.3662]);
    expect(rounded([15, 148])).toEqual([0.0624, 0.1605]);
    expect(rounded([0, 20])).toEqual([0, 0.1611]);
    expect(rounded([1, 29])).toEqual([0.0061, 0.1718]);
  });
});
