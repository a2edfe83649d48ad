import { codeOfRule } from './pair-rules/rule-code.js';
import { RULE_CODES } from './pair-score.js';
import { countedReasons, pairReasons, reasonsForParticipant, ruleInWords } from './rule-words.js';

describe('the words for rules', () => {
  it.each(RULE_CODES)('know %s', (rule) => {
    expect(pairReasons([rule]).join()).not.toContain('“');
    expect(ruleInWords(rule)).not.toBe(ruleInWords('no-such-rule'));
  });

  it('tell a participant nothing of a block, a veto, a word of an admin or a reporting line', () => {
    const hidden = ['blocked', 'veto', 'forbidden', 'reporting-line'];
    expect(reasonsForParticipant(hidden)).toEqual(['this pair is not available at present']);
    expect(reasonsForParticipant([...hidden, 'time-zone-gap'])).toEqual([
      'their clocks are too many hours apart',
      'this pair is not available at present',
    ]);
    expect(reasonsForParticipant([])).toEqual([]);
  });

  it('say what a rule of the list is about, and for whom', () => {
    const code = codeOfRule({
      kind: 'must-match',
      of: 'field:focus-area',
      for: { of: 'country', is: ['fr', 'de'] },
    });
    expect(code).toBe('must-match:field:focus-area?country=de|fr');
    expect(countedReasons([{ rule: code, count: 12 }])).toBe(
      '12 have no focus area in common (asked for mentees whose country is de or fr)',
    );
    expect(ruleInWords('number-gap:yearsExperience')).toBe(
      'are not at the distance in years of experience that the rules ask for',
    );
    expect(pairReasons(['must-differ:department'])).toEqual(['they have the same department']);
  });

  it('tell a participant nothing of a field that only admins read', () => {
    const rules = ['must-match:field:focus', 'must-differ:grade', 'must-differ:city?field:site=a'];
    const neutral = 'this pair is not available at present';
    expect(reasonsForParticipant(rules)).toEqual([neutral]);
    expect(reasonsForParticipant(rules, ['focus'])).toEqual(['they have no focus in common', neutral]);
  });

  it('count what two rules say in the same words once', () => {
    expect(
      countedReasons([
        { rule: 'no-shared-language', count: 12 },
        { rule: 'blocked', count: 1 },
        { rule: 'veto', count: 2 },
      ]),
    ).toBe('12 share no language, 2 are ruled out by the program');
  });
});
