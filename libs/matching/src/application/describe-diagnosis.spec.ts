import { describeDiagnosis, mentorsNamedIn } from './describe-diagnosis.js';

const names = new Map([['m1', 'Grace Hopper']]);

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
    expect(describeDiagnosis('mentee', diagnosis, names)).toBe(
      'The rules leave no mentor: 12 share no language, 3 live too many hours away. Without the rule on those who share no language, 9 would suit, 4 of them with a free place.',
    );
  });

  it('never tells a block from a veto', () => {
    const of = (rule: string) =>
      describeDiagnosis(
        'mentor',
        { cause: { kind: 'no-feasible-partner', excludedBy: [{ rule, count: 1 }] } },
        names,
      );
    expect(of('blocked')).toBe(of('veto'));
    expect(of('blocked')).not.toMatch(/block|veto/);
  });

  it('says that places went, and names the mentor where one more would help', () => {
    const diagnosis = {
      cause: { kind: 'places-taken', decidedBy: 'order', feasiblePartners: 4, nearest: [] },
      relaxation: { kind: 'more-places', mentorId: 'm1', places: 1, reserved: true },
    };
    expect(mentorsNamedIn(diagnosis)).toEqual(['m1']);
    expect(describeDiagnosis('mentee', diagnosis, names)).toBe(
      '4 mentors suit, but all their places went: others stood before in the order of waiting. One more place at Grace Hopper would help, kept by a lock.',
    );
  });

  it('says why somebody took no part', () => {
    const diagnosis = {
      cause: { kind: 'not-ready', reasons: ['paused', 'no-profile'] },
      relaxation: null,
    };
    expect(describeDiagnosis('mentor', diagnosis, names)).toBe(
      'Took no part in this run: is paused and has no profile yet.',
    );
  });
});
