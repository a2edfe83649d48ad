import { contextOf, menteeOf, mentorOf } from '../../../test/support/scoring-people.js';
import type { ScoringSettings } from './create-context.js';
import type { ReasonCode, RuleCode } from './pair-score.js';
import { RULE_CODES } from './pair-score.js';
import type { MenteeProfile, MentorProfile } from './profile.js';
import { INFEASIBLE, scoreOf, scorePair } from './score-pair.js';

interface Case {
  readonly mentee?: Partial<MenteeProfile>;
  readonly mentor?: Partial<MentorProfile>;
  readonly settings?: Partial<ScoringSettings>;
}

function reasonsOf({ mentee, mentor, settings }: Case): readonly ReasonCode[] {
  const people = [menteeOf(mentee), mentorOf(mentor), contextOf(settings)] as const;
  const pair = scorePair(...people);
  expect(scoreOf(...people) === INFEASIBLE).toBe(!pair.feasible);
  return pair.feasible ? [] : pair.reasons;
}

const always = (): boolean => true;

const forbidden: Readonly<Record<RuleCode, readonly Case[]>> = {
  self: [{ mentee: { personKey: 'ada@x.test' }, mentor: { personKey: 'ada@x.test' } }],
  'not-approved': [{ mentee: { approved: false } }, { mentor: { approved: false } }],
  'not-enrolled': [{ mentee: { enrolled: false } }, { mentor: { enrolled: false } }],
  paused: [{ mentee: { paused: true } }, { mentor: { paused: true } }],
  blocked: [{ settings: { isBlocked: always } }],
  veto: [{ mentor: { vetoes: ['e1'] } }],
  forbidden: [{ settings: { isForbidden: always } }],
  'earlier-partner': [{ settings: { wereEarlierPartners: always } }],
  'reporting-line': [
    { mentee: { managerKey: 'm1@mentors.test' } },
    { mentor: { managerKey: 'e1@mentees.test' } },
    {
      mentee: { managerKey: 'middle@x.test' },
      settings: { managerOf: (key) => (key === 'middle@x.test' ? 'm1@mentors.test' : null) },
    },
  ],
  'no-shared-language': [
    { mentee: { languages: [{ code: 'de' }] } },
    { mentor: { languages: [] } },
    { mentor: { languages: [{ code: 'en', level: 1 }] } },
  ],
  'time-zone-gap': [{ mentor: { timeZone: 'America/Los_Angeles' } }],
  'too-little-overlap': [
    { mentor: { windows: [] }, settings: { rules: { minimumWeeklyOverlapMinutes: 1 } } },
  ],
  'attribute-must-match': [
    { settings: { rules: { mustMatch: ['organisation'] } } },
    { mentee: { attributes: { site: 'Pune' } }, settings: { rules: { mustMatch: ['site'] } } },
    { settings: { rules: { mustMatch: ['toString'] } } },
  ],
  'attribute-must-differ': [
    { mentor: { organisation: ' northwind ' }, settings: { rules: { mustDiffer: ['organisation'] } } },
  ],
  'no-common-ground': [
    { mentor: { skills: [{ skillId: 'nursing', level: 5 }], goals: [] } },
    { mentor: { skills: [{ skillId: 'react', level: 1 }], goals: ['promotion'] } },
  ],
};

describe('hard rules', () => {
  it('leave an ordinary pair alone', () => {
    expect(reasonsOf({})).toEqual([]);
  });

  it.each(RULE_CODES.flatMap((code) => forbidden[code].map((each) => [code, each] as const)))(
    '%s is the one reason in %j',
    (code, each) => {
      expect(reasonsOf(each)).toEqual([code]);
    },
  );

  it('are all named when several hold', () => {
    const many: Case = { mentee: { paused: true }, mentor: { languages: [], vetoes: ['e1'] } };
    expect(reasonsOf(many)).toEqual(['paused', 'veto', 'no-shared-language']);
  });

  it.each<Case>([
    { mentor: { timeZone: 'America/New_York' } },
    { mentor: { timeZone: 'America/Los_Angeles' }, settings: { rules: { maximumZoneGapHours: null } } },
    { mentor: { languages: [] }, settings: { rules: { minimumLanguageLevel: null } } },
    { mentee: { languages: [{ code: 'EN-GB' }] } },
    { settings: { wereEarlierPartners: always, rules: { excludeEarlierPartners: false } } },
    { mentee: { managerKey: 'm1@mentors.test' }, settings: { rules: { excludeReportingLine: false } } },
    { mentor: { organisation: 'NORTHWIND' }, settings: { rules: { mustMatch: ['organisation'] } } },
    { mentor: { organisation: null }, settings: { rules: { mustDiffer: ['organisation'] } } },
    { mentor: { skills: [], goals: [] }, settings: { rules: { floor: false } } },
    { mentor: { skills: [{ skillId: 'redux', level: 2 }], goals: [] } },
    { mentor: { skills: [], goals: ['networking'] } },
    { mentee: { personKey: '' }, mentor: { personKey: '' } },
  ])('allow %j', (each) => {
    expect(reasonsOf(each)).toEqual([]);
  });

  it('survive a reporting line that runs in a circle', () => {
    const managerOf = (key: string): string => (key === 'a@x.test' ? 'b@x.test' : 'a@x.test');
    expect(reasonsOf({ mentee: { managerKey: 'a@x.test' }, settings: { managerOf } })).toEqual([]);
  });
});
