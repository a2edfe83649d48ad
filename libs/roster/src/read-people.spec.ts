import fc from 'fast-check';
import type { RosterProblem } from './roster-problem.js';
import { generateSampleRoster } from './sample-people.js';
import { readMentees } from './read-mentees.js';
import { readMentors } from './read-mentors.js';
import { readPairs } from './read-pairs.js';
import type { ReadOptions, SkillNames } from './read-result.js';
import { readTable } from './read-table.js';
import { writeCsv } from './write-csv.js';

const GOOD = {
  id: 'M1',
  name: 'Ana Costa',
  email: 'Ana@Example.org',
  country: 'pt',
  time_zone: 'Europe/Lisbon',
  languages: 'en; pt-PT',
  organisation: 'Lanternfish',
  years_experience: '12',
  skills_offered: 'js:4; mean stack, pwa:3',
  goals_supported: 'leadership; Career change',
  capacity: '2',
  availability: 'MO 18:00-20:00; WE 12:30-14:00',
};
type Person = Partial<Record<keyof typeof GOOD | 'manager_email' | 'department' | 'grade', string>>;

function mentors(people: readonly Person[], options?: ReadOptions) {
  const header = [...new Set(people.flatMap((one) => Object.keys(one)))] as (keyof Person)[];
  const text = writeCsv(
    header,
    people.map((one) => header.map((key) => one[key] ?? '')),
  );
  return readMentors(readTable(text).table, options);
}

const taxonomy: SkillNames = {
  resolveAll: (text) =>
    text
      .toLowerCase()
      .split('/')
      .flatMap((part) => ({ js: ['javascript'], javascript: ['javascript'], css: ['css'] })[part] ?? []),
  suggest: () => [],
};

/** The problem that one changed cell causes. */
function problemWith(change: Person, options?: ReadOptions): RosterProblem | undefined {
  return mentors([{ ...GOOD, ...change }], options).problems[0];
}

describe('readMentors', () => {
  it('reads a good row whole', () => {
    const read = mentors([{ ...GOOD, manager_email: 'Boss@example.org', department: 'IT', grade: 'B2' }]);
    expect(read.problems).toEqual([]);
    expect(read.rows).toEqual([
      {
        row: 2,
        id: 'M1',
        name: 'Ana Costa',
        email: 'ana@example.org',
        country: 'PT',
        timeZone: 'Europe/Lisbon',
        languages: ['en', 'pt'],
        organisation: 'Lanternfish',
        yearsExperience: 12,
        windows: [
          { weekday: 'MO', startMinute: 1080, endMinute: 1200 },
          { weekday: 'WE', startMinute: 750, endMinute: 840 },
        ],
        managerEmail: 'boss@example.org',
        department: 'IT',
        grade: 'B2',
        skillsOffered: [
          { tag: 'js', skillId: null, level: 4 },
          { tag: 'mean stack, pwa', skillId: null, level: 3 },
        ],
        goalsSupported: ['leadership', 'career_change'],
        capacity: 2,
      },
    ]);
  });

  it.each<[Person, Partial<RosterProblem>]>([
    [{ email: 'Ana Costa <ana@example.org>' }, { code: 'invalid-email', suggestion: 'ana@example.org' }],
    [{ email: 'ana@example,org' }, { code: 'invalid-email', suggestion: 'ana@example.org' }],
    [{ email: 'nobody' }, { code: 'invalid-email' }],
    [{ email: '' }, { code: 'missing-value', column: 'email' }],
    [{ name: ' ' }, { code: 'missing-value', column: 'name' }],
    [{ name: 'x'.repeat(201) }, { code: 'too-long', column: 'name' }],
    [{ time_zone: 'Berlin' }, { code: 'unknown-zone', suggestion: 'Europe/Berlin' }],
    [{ time_zone: 'Mars/Olympus' }, { code: 'unknown-zone' }],
    [{ languages: 'en; klingon' }, { code: 'unknown-language', value: 'klingon' }],
    [{ languages: '' }, { code: 'missing-value', column: 'languages' }],
    [{ years_experience: '12 years' }, { code: 'invalid-number', suggestion: '12' }],
    [{ years_experience: '-1' }, { code: 'out-of-range', suggestion: '0' }],
    [{ capacity: '900' }, { code: 'out-of-range', suggestion: '50' }],
    [{ capacity: 'two' }, { code: 'invalid-number', column: 'capacity' }],
    [{ skills_offered: 'js:4; css:9' }, { code: 'out-of-range', value: 'css:9', suggestion: 'css:5' }],
    [{ skills_offered: 'js:0' }, { code: 'out-of-range', suggestion: 'js:1' }],
    [{ skills_offered: 'js' }, { code: 'invalid-skill', suggestion: 'js:3' }],
    [{ skills_offered: 'js:high' }, { code: 'invalid-skill', column: 'skills_offered' }],
    [{ skills_offered: ':3' }, { code: 'invalid-skill' }],
    [
      { skills_offered: '', goals_supported: '' },
      { code: 'missing-value', column: 'skills_offered' },
    ],
    [{ availability: 'MO 20:00-18:00' }, { code: 'invalid-window', value: 'MO 20:00-18:00' }],
    [{ availability: 'Someday' }, { code: 'invalid-window', column: 'availability' }],
    [{ manager_email: 'the boss' }, { code: 'invalid-email', column: 'manager_email' }],
  ])('refuses %j by row and column', (change, expected) => {
    const read = mentors([GOOD, { ...GOOD, id: 'M2', email: 'b@example.org', ...change }]);
    expect(read.rows.map((row) => row.id)).toEqual(['M1']);
    expect(read.problems).toMatchObject([{ row: 3, severity: 'error', ...expected }]);
  });

  it('names every problem of a row, and each bad piece of a cell', () => {
    const read = mentors([{ ...GOOD, email: 'x', skills_offered: 'a:9; b', capacity: 'many' }]);
    expect(read.problems.map((problem) => problem.code).sort()).toEqual([
      'invalid-email',
      'invalid-number',
      'invalid-skill',
      'out-of-range',
    ]);
  });

  it('only warns of an unknown skill, goal or country, and of one skill under two names', () => {
    const change = {
      skills_offered: 'js:2; javascript:5; cobol:3',
      goals_supported: 'leadershp',
      country: 'Narnia',
    };
    const read = mentors([{ ...GOOD, ...change }], { taxonomy });
    expect(read.rows[0]).toMatchObject({
      country: null,
      goalsSupported: [],
      skillsOffered: [
        { tag: 'javascript', skillId: 'javascript', level: 5 },
        { tag: 'cobol', skillId: null, level: 3 },
      ],
    });
    expect(read.problems.map(({ severity, code, suggestion }) => [severity, code, suggestion])).toEqual([
      ['warning', 'duplicate-skill', undefined],
      ['warning', 'unknown-skill', undefined],
      ['warning', 'unknown-country', undefined],
      ['warning', 'unknown-goal', 'leadership'],
    ]);
  });

  it('gives each of the skills that one tag names', () => {
    const [row] = mentors([{ ...GOOD, skills_offered: 'JS/CSS:4' }], { taxonomy }).rows;
    expect(row?.skillsOffered).toEqual([
      { tag: 'JS/CSS', skillId: 'javascript', level: 4 },
      { tag: 'JS/CSS', skillId: 'css', level: 4 },
    ]);
  });

  it('splits skills at commas behind a number', () => {
    const [row] = mentors([{ ...GOOD, skills_offered: 'js:4, css:3,mean stack, pwa:2' }]).rows;
    expect(row?.skillsOffered.map((skill) => skill.tag)).toEqual(['js', 'css', 'mean stack, pwa']);
  });

  it('lets the first row of an email address or id stand', () => {
    const read = mentors([GOOD, { ...GOOD, id: 'M2' }, { ...GOOD, email: 'c@example.org' }]);
    expect(read.rows).toHaveLength(1);
    expect(read.problems).toMatchObject([
      { row: 3, column: 'email', code: 'duplicate-email' },
      { row: 4, column: 'id', code: 'duplicate-id' },
    ]);
  });

  it('takes the email address as id when there is none, and English names of places and languages', () => {
    const nameless: Person = { ...GOOD };
    delete nameless.id;
    const [row] = mentors([{ ...nameless, country: 'United Kingdom', languages: 'English, German' }]).rows;
    expect(row).toMatchObject({ id: 'ana@example.org', country: 'GB', languages: ['en', 'de'] });
  });

  it('takes defaults where a cell is empty or a column missing', () => {
    const silent: Person = { ...GOOD };
    delete silent.languages;
    const defaults = { timeZone: 'Europe/Berlin', languages: ['de'], capacity: 2, skillLevel: 3 };
    const read = mentors([{ ...silent, time_zone: '', capacity: '', skills_offered: 'js' }], { defaults });
    expect(read.rows[0]).toMatchObject({
      timeZone: 'Europe/Berlin',
      languages: ['de'],
      capacity: 2,
      skillsOffered: [{ tag: 'js', level: 3 }],
    });
  });

  it('keeps a formula as text', () => {
    const [row] = mentors([{ ...GOOD, organisation: '=HYPERLINK("http://x")' }]).rows;
    expect(row?.organisation).toBe('=HYPERLINK("http://x")');
    const raw = readTable(`name,email,time_zone,languages,skills\n+cmd|' /C calc'!A0,a@b.de,UTC,en,js:3`);
    expect(readMentors(raw.table).rows[0]?.name).toBe("+cmd|' /C calc'!A0");
  });

  it('stops noting after fifty problems of a row, and does not read endless cells', () => {
    const read = mentors([{ ...GOOD, availability: 'x; '.repeat(1000), skills_offered: '9'.repeat(90_000) }]);
    expect(read.rows).toEqual([]);
    expect(read.problems).toHaveLength(50);
    expect(read.problems[0]).toMatchObject({ code: 'too-long', column: 'skills_offered' });
    expect(read.problems.every(({ value }) => value.length <= 200)).toBe(true);
  });

  it('takes controls out of text', () => {
    expect(mentors([{ ...GOOD, name: 'A\u0000n\u0007a' }]).rows[0]?.name).toBe('Ana');
    expect(problemWith({ name: 'Zo\uFFFD' })).toMatchObject({ severity: 'warning', code: 'broken-text' });
  });
});

describe('columns', () => {
  const row = 'Ana,a@b.de,UTC,en,js:3';
  const read = (header: string, options?: ReadOptions) =>
    readMentors(readTable(`${header}\n${row}`).table, options);

  it.each(['Full name,E-Mail,Timezone,Language,Skills', 'NAME,"Email address",time zone,Sprachen,Expertise'])(
    'finds %s',
    (header) => {
      expect(read(header).problems).toEqual([]);
      expect(read(header).rows).toHaveLength(1);
    },
  );

  it('follows a mapping and says which headers it read and which not', () => {
    const result = read('Who,email,Clock,languages,skills', { mapping: { name: 'who', time_zone: 'Clock' } });
    expect(result.rows[0]?.name).toBe('Ana');
    expect(result.columns).toMatchObject({ name: 'Who', time_zone: 'Clock', skills_offered: 'skills' });
    expect(read('name,email,time_zone,languages,skills,shoe').unusedColumns).toEqual(['shoe']);
  });

  it('names a missing column once, with the header that is near, and reads no row', () => {
    const result = read('name,emial,time_zone,languages,skills');
    expect(result.rows).toEqual([]);
    expect(result.problems).toMatchObject([
      { row: 1, column: 'email', code: 'missing-column', severity: 'error', suggestion: 'emial' },
    ]);
  });

  it('names a mapping that leads nowhere, and a header that stands twice', () => {
    const header = 'name,email,time_zone,languages,skills';
    const nowhere = read(header, { mapping: { email: 'Address', colour: 'name' } }).problems;
    expect(nowhere.map((problem) => problem.code)).toEqual(['unknown-mapping', 'unknown-mapping']);
    expect(read(`${header},Name`).problems).toMatchObject([
      { code: 'ambiguous-column', severity: 'warning' },
    ]);
  });
});

describe('readMentees', () => {
  it('reads priorities and the statement', () => {
    const text =
      'name,email,time_zone,languages,skills_wanted,goals,goal_statement\nBo,b@c.de,UTC,en,js:3; css:4,,Why';
    const { rows, problems } = readMentees(readTable(text).table);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([
      { row: 2, column: 'skills_wanted', value: 'css:4', suggestion: 'css:3' },
    ]);
    const fixed = readMentees(readTable(text.replace('css:4', 'css:1')).table).rows[0];
    expect(fixed).toMatchObject({ goalStatement: 'Why', skillsWanted: [{ priority: 3 }, { priority: 1 }] });
  });
});

describe('readPairs', () => {
  const read = (lines: string) =>
    readPairs(
      readTable(`mentee_id,mentor_id,score,status,start date,end date\n${lines}`).table,
      {},
      {
        mentees: new Set(['E1', 'e@example.org']),
        mentors: new Set(['M1']),
      },
    );

  it('reads running and past pairs', () => {
    expect(read('E1,M1,4200,,2026-01-01,\nE@example.org,M1,,ended,2025-01-01,2025-02-01').rows).toEqual([
      {
        row: 2,
        mentee: 'E1',
        mentor: 'M1',
        score: 4200,
        state: 'active',
        startedOn: '2026-01-01',
        endedOn: null,
      },
      {
        row: 3,
        mentee: 'e@example.org',
        mentor: 'M1',
        score: null,
        state: 'ended',
        startedOn: '2025-01-01',
        endedOn: '2025-02-01',
      },
    ]);
  });

  it.each([
    ['E9,M1,,,,', 'unknown-person'],
    ['E1,M1,,,2026-02-30,', 'invalid-date'],
    ['E1,M1,,,2026-02-03,2026-02-02', 'invalid-date'],
    ['E1,M1,,maybe,,', 'invalid-state'],
    ['E1,,,,,', 'missing-value'],
    ['E1,M1,,,,\nE1,M1,,,,', 'duplicate-pair'],
  ])('refuses %j', (line, code) => {
    expect(read(line).problems).toMatchObject([{ severity: 'error', code }]);
  });
});

describe('sample people', () => {
  it('are the same for the same seed, and all good', () => {
    const size = { mentors: 60, mentees: 90, seed: 'a' };
    const sample = generateSampleRoster(size);
    expect(generateSampleRoster(size)).toEqual(sample);
    expect(generateSampleRoster({ ...size, seed: 'b' }).mentorsCsv).not.toBe(sample.mentorsCsv);
    const mentorsRead = readMentors(readTable(sample.mentorsCsv).table);
    const menteesRead = readMentees(readTable(sample.menteesCsv).table);
    expect([...mentorsRead.problems, ...menteesRead.problems]).toEqual([]);
    expect([mentorsRead.rows.length, menteesRead.rows.length]).toEqual([60, 90]);
  });
});

describe('any table', () => {
  const cell = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(GOOD)));
  const columns = Object.keys(GOOD);

  it('is read without throwing, and every row is either good or has an error', () => {
    const rows = fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }));
    fc.assert(
      fc.property(rows, (cells) => {
        const table = {
          header: columns,
          rows: cells.map((row, index) => ({ number: index + 2, cells: row })),
        };
        const { rows: good, problems } = readMentors(table, { taxonomy });
        const bad = new Set(problems.filter(({ severity }) => severity === 'error').map(({ row }) => row));
        expect(good.length + bad.size).toBe(cells.length);
      }),
    );
  });
});
