import { contextOf, menteeOf, mentorOf } from '../../../../test/support/scoring-people.js';
import { contextOf as contextOfPlain } from '../plain-context.js';
import { DEFAULT_RULES, validateRules } from '../rules.js';
import { INFEASIBLE, scoreOf, scorePair } from '../score-pair.js';
import { DEFAULT_WEIGHTS } from '../weights.js';
import { validateRuleList } from './check-rule-list.js';
import { mayMeetAgain } from './earlier-partners.js';
import type { ListRule, PairRule } from './pair-rule.js';
import { listOfRules, rulesOfList } from './rule-list.js';
import { subjectsWith } from './subjects.js';

type Fields = Readonly<Record<string, string | number | readonly string[]>>;

function allows(rule: PairRule, mentee: Fields, mentor: Fields): boolean {
  const people = [
    menteeOf({ fields: mentee, attributes: { country: 'DE' } }),
    mentorOf({ fields: mentor }),
    contextOf({ rules: { list: [rule] } }),
  ] as const;
  const pair = scorePair(...people);
  expect(scoreOf(...people) === INFEASIBLE).toBe(!pair.feasible);
  if (!pair.feasible) expect(pair.reasons).toEqual([expect.stringContaining(rule.kind)]);
  return pair.feasible;
}

describe('a rule of the list', () => {
  const topics: PairRule = { kind: 'must-match', of: 'field:topics' };
  const level: PairRule = { kind: 'number-gap', of: 'field:level', atMost: 2, mentorAhead: 0.5 };
  const start: PairRule = { kind: 'date-gap', of: 'field:start', atMostDays: 30 };
  const order: PairRule = { kind: 'date-order', of: 'field:start', first: 'mentor', daysAtLeast: 7 };

  it.each<[PairRule, Fields, Fields, boolean]>([
    [topics, { topics: ['AI', 'law'] }, { topics: ['ai ', 'data'] }, true],
    [topics, { topics: ['law'] }, { topics: ['ai'] }, false],
    [topics, { topics: [] }, { topics: ['ai'] }, false],
    [{ ...topics, whenMissing: 'allow' }, {}, { topics: ['ai'] }, true],
    [{ kind: 'must-differ', of: 'field:topics' }, { topics: ['ai', 'law'] }, { topics: ['law'] }, false],
    [{ kind: 'must-differ', of: 'field:topics' }, { topics: ['ai'] }, {}, true],
    [{ ...topics, for: { of: 'country', is: ['fr'] } }, { topics: ['law'] }, { topics: ['ai'] }, true],
    [{ ...topics, for: { of: 'country', is: ['fr', 'de'] } }, { topics: ['law'] }, { topics: ['ai'] }, false],
    [level, { level: 1 }, { level: 1.5 }, true],
    [level, { level: 1 }, { level: 1.49 }, false],
    [level, { level: 1 }, { level: 3.01 }, false],
    [level, { level: 1 }, {}, true],
    [{ ...level, whenMissing: 'forbid' }, { level: 1 }, {}, false],
    [start, { start: '2027-01-31' }, { start: '2027-03-02' }, true],
    [start, { start: '2027-01-31' }, { start: '2027-03-03' }, false],
    [order, { start: '2027-03-08' }, { start: '2027-03-01' }, true],
    [order, { start: '2027-03-07' }, { start: '2027-03-01' }, false],
  ])('%j for %j and %j: %s', (rule, mentee, mentor, fine) => {
    expect(allows(rule, mentee, mentor)).toBe(fine);
  });
});

describe('a list of rules', () => {
  const subjects = subjectsWith([
    {
      key: 'topics',
      label: 'Topics',
      kind: 'multi-choice',
      options: ['AI', 'Law'],
      isPrivate: false,
      scale: null,
    },
    { key: 'start', label: 'Start', kind: 'date', options: [], isPrivate: false, scale: null },
  ]);

  const good: ListRule[] = [
    { kind: 'minimum-language', level: 3 },
    { kind: 'time-zone-gap', hours: 5.5 },
    { kind: 'weekly-overlap', minutes: 30 },
    { kind: 'common-ground' },
    { kind: 'reporting-line' },
    { kind: 'earlier-partners', months: 12 },
    { kind: 'must-match', of: 'field:topics', for: { of: 'field:topics', is: [' ai'] } },
    { kind: 'number-gap', of: 'yearsExperience', atMost: 10 },
    { kind: 'date-order', of: 'field:start', first: 'mentee' },
  ];

  it('is the general form of what is stored, and comes back as it was', () => {
    expect(validateRuleList(good, subjects)).toEqual([]);
    expect(listOfRules(rulesOfList(good))).toEqual(good);
    expect(validateRules({ ...rulesOfList(good) }, subjects)).toEqual([]);
    expect(rulesOfList(listOfRules(DEFAULT_RULES))).toEqual(DEFAULT_RULES);
    expect(rulesOfList([])).toMatchObject({ floor: false, minimumLanguageLevel: null });
  });

  it.each<[unknown, string, RegExp]>([
    ['none', '', /list of rules/],
    [Array.from({ length: 21 }, () => good[0]), '', /at most 20/],
    [['floor'], '0', /"kind"/],
    [[good[0], { kind: 'must-equal' }], '1.kind', /must-match/],
    [[{ kind: 'minimum-language', level: 9 }], '0.level', /1 \(basic\) to 4/],
    [[{ kind: 'common-ground', level: 1 }], '0.level', /Leave it out/],
    [[{ kind: 'earlier-partners', months: 0 }], '0.months', /1 to 120/],
    [[good[3], good[3]], '1', /repeats rule 1/],
    [[{ kind: 'must-match', of: 'field:shoes' }], '0.of', /no “field:shoes” here. Use one of organisation/],
    [[{ kind: 'must-match', of: 'field:start' }], '0.of', /kind date/],
    [[{ kind: 'must-match' }], '0.of', /Use one of/],
    [[{ kind: 'must-match', of: 'gender' }], '0.of', /no rule may use it/],
    [[{ kind: 'must-match', of: 'city', for: { of: 'field:topics', is: ['Art'] } }], '0.for.is', /AI, Law/],
    [[{ kind: 'must-match', of: 'city', for: { of: 'city', is: [] } }], '0.for.is', /1 to 20 values/],
    [[{ kind: 'must-match', of: 'city', for: 'all' }], '0.for', /leave it out/],
    [[{ kind: 'number-gap', of: 'yearsExperience' }], '0.atMost', /at most/],
    [[{ kind: 'number-gap', of: 'yearsExperience', atMost: 1, mentorAhead: 2 }], '0.mentorAhead', /No pair/],
    [[{ kind: 'number-gap', of: 'field:topics', atMost: 1 }], '0.of', /multi-choice/],
    [[{ kind: 'date-gap', of: 'field:start', atMostDays: 1.5 }], '0.atMostDays', /whole days/],
    [[{ kind: 'date-order', of: 'field:start', first: 'both' }], '0.first', /mentee or mentor/],
    [[{ kind: 'must-differ', of: 'city', whenMissing: 'maybe' }], '0.whenMissing', /allow or forbid/],
  ])('%j has a problem at "%s"', (list, path, message) => {
    const problems = validateRuleList(list, subjects);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.message).toMatch(message);
  });

  it('beside the settings holds no rule that is a setting itself', () => {
    const [problem] = validateRules({ list: [{ kind: 'common-ground' }] });
    expect(problem).toMatchObject({ path: 'list.0.kind' });
  });
});

describe('earlier partners', () => {
  const rules = { ...DEFAULT_RULES, earlierPartnersMonths: 6 };

  it('may meet again when so many months have passed, at ends of months too', () => {
    expect(mayMeetAgain('2026-08-31', rules, '2027-02-27')).toBe(false);
    expect(mayMeetAgain('2026-08-31', rules, '2027-02-28')).toBe(true);
    expect(mayMeetAgain(undefined, rules, '2030-01-01')).toBe(false);
    expect(mayMeetAgain('2000-01-01', DEFAULT_RULES, '2030-01-01')).toBe(false);
  });

  it('are let be by a context of plain data', () => {
    const scored = (endedOn: string): number => {
      const pair = { menteeId: 'e1', mentorId: 'm1', live: false, endedOn };
      const context = contextOfPlain({
        ...{ customSkills: [], goalNames: {}, acquaintances: [pair], weights: DEFAULT_WEIGHTS, rules },
        term: { from: '2027-01-04', weeks: 26 },
      });
      return scoreOf(menteeOf(), mentorOf(), context);
    };
    expect(scored('2026-07-05')).toBe(INFEASIBLE);
    expect(scored('2026-07-04')).toBeGreaterThan(0);
  });
});
