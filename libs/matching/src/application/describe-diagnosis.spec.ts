import { describeDiagnosis, mentorsNamedIn } from './describe-diagnosis.js';

const facts = { names: new Map([['m1', 'Grace Hopper']]), paired: new Set(['m1']), madePairs: true };
const NEAREST = [{ mentorId: 'm1', score: 6_000, price: null }];

describe('describeDiagnosis', () => {
  it('says which rules leave nobody, and which one to lift', () => {
    const diagnosis = {
      cause: {
        kind: 'no-feasible-partner',
        excludedBy: [
          { rule: 'no-shared-language', count: 12 },
          { rule: 'time-zone-gap', count: 3 },
        ],
      },
      relaxation: { kind: 'lift-rule', rule: 'no-shared-language', mentors: 9, withFreePlaces: 4 },
    };
    expect(describeDiagnosis('mentee', diagnosis, facts)).toBe(
      'The rules leave no mentor: 12 share no language, 3 live too many hours away. Without the rule on those who share no language, 9 would suit, 4 of them with a free place.',
    );
  });

  it('never tells a block from a veto', () => {
    const of = (rule: string) =>
      describeDiagnosis(
        'mentor',
        { cause: { kind: 'no-feasible-partner', excludedBy: [{ rule, count: 1 }] } },
        facts,
      );
    expect(of('blocked')).toBe(of('veto'));
    expect(of('blocked')).not.toMatch(/block|veto/);
  });

  it('says that places went, and names the mentor where one more would help', () => {
    const diagnosis = {
      cause: { kind: 'places-taken', decidedBy: 'order', feasiblePartners: 4, nearest: NEAREST },
      relaxation: { kind: 'more-places', mentorId: 'm1', places: 1, reserved: true },
    };
    expect(mentorsNamedIn(diagnosis)).toEqual(['m1']);
    expect(describeDiagnosis('mentee', diagnosis, facts)).toBe(
      '4 mentors suit, but all their places went: others stood before in the order of waiting. One more place at Grace Hopper would help, kept by a lock.',
    );
  });

  it('does not say that places went where there were none', () => {
    const cause = { kind: 'places-taken', decidedBy: 'score', feasiblePartners: 1, nearest: NEAREST };
    const relaxation = { kind: 'more-places', mentorId: 'm1', places: 2, reserved: false };
    const words = (given: object, feasiblePartners: number): string =>
      describeDiagnosis(
        'mentee',
        { cause: { ...cause, feasiblePartners }, relaxation },
        { ...facts, ...given },
      );
    const nobody = { paired: new Set<string>() };
    expect(words(nobody, 1)).toBe(
      '1 mentor suits, but without a free place. 2 more places at Grace Hopper would help.',
    );
    expect(words({}, 1)).toContain('others scored higher there');
    // Of nine only the nearest are known; where the run made no pair, nobody had a place.
    expect(words(nobody, 9)).toContain('others scored higher there');
    expect(words({ ...nobody, madePairs: false }, 9)).toContain('9 mentors suit, but without a free place.');
  });

  it('says what to do where nobody is on the other side, and what would give a mentor somebody', () => {
    const cause = { kind: 'no-feasible-partner', excludedBy: [] };
    expect(describeDiagnosis('mentee', { cause, relaxation: null }, facts)).toBe(
      'There was no mentor to match with. Enrol mentors who are ready, and run again.',
    );
    const lift = { rule: 'below-minimum', mentees: 3, waiting: 2 };
    const excludedBy = [{ rule: 'below-minimum', count: 3 }];
    expect(describeDiagnosis('mentor', { cause: { ...cause, excludedBy }, lift }, facts)).toBe(
      'The rules leave no mentee: 3 score below the minimum. Without the rule on those who score below the minimum, 3 would suit, 2 of them still without a mentor.',
    );
  });

  it('says why somebody took no part', () => {
    const diagnosis = {
      cause: { kind: 'not-ready', reasons: ['paused', 'no-profile'] },
      relaxation: null,
    };
    expect(describeDiagnosis('mentor', diagnosis, facts)).toBe(
      'Took no part in this run: is paused and has no profile yet.',
    );
  });
});
