import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '#scoring';
import { menteeOf, mentorOf } from '../../../test/support/scoring-people.js';
import { computeMatch } from './compute-match.js';
import type { EngineInput } from './engine-input.js';
import type { EngineOutput, InputFault } from './engine-output.js';

const versions = { taxonomy: '1', zoneData: '2026a' };

function inputOf(over: Partial<EngineInput> = {}): EngineInput {
  const term = { from: '2027-01-04', weeks: 26 };
  return {
    mentees: ['a', 'b', 'c', 'd'].map((id, index) =>
      menteeOf({ id, wants: [{ skillId: index % 2 === 0 ? 'react' : 'vue', priority: 3 }] }),
    ),
    mentors: [
      mentorOf({ id: 'm', capacity: 1 }),
      mentorOf({ id: 'n', capacity: 2, skills: [{ skillId: 'vue', level: 4 }] }),
    ],
    context: {
      customSkills: [],
      goalNames: {},
      acquaintances: [],
      term,
      weights: DEFAULT_WEIGHTS,
      rules: DEFAULT_RULES,
    },
    locks: [],
    forbidden: [],
    parameters: {
      objective: 'coverage',
      placeOrder: 'waited',
      minimumScore: 0,
      seed: 'seed',
    },
    ...over,
  };
}

function outputOf(input: EngineInput): EngineOutput {
  const outcome = computeMatch(input, versions);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function faultsOf(input: EngineInput): readonly InputFault[] {
  const outcome = computeMatch(input, versions);
  if (outcome.ok) throw new Error('There is a result.');
  return outcome.error;
}

describe('computeMatch', () => {
  it('fills every place, explains each pair exactly, and diagnoses who is left', () => {
    const output = outputOf(inputOf());
    expect(output.pairs).toHaveLength(3);
    for (const { score, contributions } of output.pairs)
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    expect(output.diagnosis).toMatchObject({
      mentees: [{ cause: { kind: 'places-taken', decidedBy: 'order' } }],
      mentors: [],
    });
    expect(output.summary).toMatchObject({ pairs: 3, feasiblePairs: 8, certificate: { gap: 0 } });
    expect(output.summary).toMatchObject({ blockingPairs: expect.any(Number) });
    expect(output.summary.priceOfStability).toMatchObject({ pairs: 0 });
  });

  it('gives the same output whatever the order of its lists', () => {
    const { mentees, mentors } = inputOf();
    const reversed = inputOf({ mentees: [...mentees].reverse(), mentors: [...mentors].reverse() });
    expect(outputOf(reversed)).toEqual(outputOf(inputOf()));
  });

  it('has another hash for another seed, weight, person or zone data', () => {
    const { mentees, parameters } = inputOf();
    const hashes = [
      inputOf(),
      inputOf({ parameters: { ...parameters, seed: 'other' } }),
      inputOf({ parameters: { ...parameters, minimumScore: 1 } }),
      inputOf({ mentees: [menteeOf({ id: 'a', yearsExperience: 4 }), ...mentees.slice(1)] }),
    ].map((input) => outputOf(input).inputHash);
    const other = computeMatch(inputOf(), { taxonomy: '1', zoneData: '2026b' });
    if (!other.ok) throw new Error('There is a result.');
    expect(new Set([...hashes, other.value.inputHash]).size).toBe(5);
  });

  it('keeps a pair of an earlier round for a penalty, which the hash covers', () => {
    const mentees = ['a', 'b'].map((id) => menteeOf({ id, wishes: id === 'a' ? ['m'] : [] }));
    const mentors = ['m', 'n'].map((id) => mentorOf({ id, capacity: 1 }));
    const pairs = [
      { menteeId: 'a', mentorId: 'n' },
      { menteeId: 'a', mentorId: 'left' },
    ];
    const outputs = [null, 0, 10_000].map((penalty) =>
      outputOf(inputOf({ mentees, mentors, ...(penalty === null ? {} : { published: { pairs, penalty } }) })),
    );
    expect(outputs.map((output) => output.pairs[0]?.mentorId)).toEqual(['m', 'm', 'n']);
    const [without, free, dear] = outputs.map((output) => output.inputHash);
    expect(free).toBe(without);
    expect(dear).not.toBe(without);
  });

  it('never puts people together who are a pair already, and earlier partners only where the rules allow', () => {
    const { context } = inputOf();
    const meet = (live: boolean, excludeEarlierPartners: boolean): boolean => {
      const input = inputOf({
        mentees: [menteeOf({ id: 'a' })],
        mentors: [mentorOf({ id: 'm' })],
        context: {
          ...context,
          acquaintances: [{ menteeId: 'a', mentorId: 'm', live }],
          rules: { ...DEFAULT_RULES, excludeEarlierPartners },
        },
      });
      return outputOf(input).pairs.length === 1;
    };
    expect([meet(true, true), meet(true, false), meet(false, true), meet(false, false)]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('names the pair and the rules of a lock that can not hold', () => {
    const { mentors } = inputOf();
    const foreign = mentorOf({ id: 'm', languages: [{ code: 'fi' }] });
    const faults = faultsOf(
      inputOf({ mentors: [foreign, ...mentors.slice(1)], locks: [{ menteeId: 'a', mentorId: 'm' }] }),
    );
    expect(faults).toMatchObject([
      { code: 'lock-infeasible', menteeId: 'a', mentorId: 'm', rules: ['no-shared-language'] },
    ]);
  });
});
