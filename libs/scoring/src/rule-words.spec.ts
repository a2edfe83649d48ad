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
