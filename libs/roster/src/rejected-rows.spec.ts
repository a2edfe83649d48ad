import { readMentees } from './read-mentees.js';
import { readTable } from './read-table.js';
import { rejectedRowsCsv } from './rejected-rows.js';
import { isError } from './roster-problem.js';

const HEADER = 'name,email,time_zone,languages,skills_wanted,organisation';
const read = (text: string) => {
  const table = readTable(text);
  const people = readMentees(table.table);
  const problems = [...table.problems, ...people.problems];
  const rows = [...table.table.rows, ...table.misfits]
    .sort((a, b) => a.number - b.number)
    .map(({ number, cells }) => ({ cells, problems: problems.filter(({ row }) => row === number) }))
    .filter((row) => row.problems.some(isError));
  return { ...people, rejected: rejectedRowsCsv(table.table.header, rows) };
};

describe('rejectedRowsCsv', () => {
  it('has the bad rows alone, says why, and can be corrected and read again', () => {
    const first = read(
      [
        HEADER,
        'Ana,ana@example.org,UTC,en,js:3,=1+1',
        'Bo,bo,UTC,en,js:3,=2+2',
        'Cy,"cy@example.org,UTC,en,js:3,X',
        'Di,di@example.org,UTC,en,js:3,a,b',
      ].join('\n'),
    );
    expect(first.rows.map((row) => row.name)).toEqual(['Ana']);
    const lines = first.rejected.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(`problem,${HEADER}`);
    expect(lines[1]).toMatch(/^email: This is not an email address .* Found: bo\.,Bo,bo,UTC,en,js:3,'=2\+2$/);
    expect(lines[2]).toContain('A quote is opened');
    expect(lines[3]).toMatch(/,Di,di@example\.org,UTC,en,js:3,a,b$/);

    const again = read(`\uFEFF${[lines[0], lines[1]?.replace(',bo,', ',bo@example.org,')].join('\r\n')}`);
    expect(again.problems).toEqual([]);
    expect(again.rows).toMatchObject([{ name: 'Bo', organisation: '=2+2' }]);
  });

  it('has the column once, however often a file comes back, and no row when all is well', () => {
    const once = read(`${HEADER}\nBo,bo,UTC,en,js:3,X`).rejected;
    expect(read(once).rejected).toBe(once);
    expect(read(`${HEADER}\nBo,bo@example.org,UTC,en,js:3,X`).rejected).toBe(`\uFEFFproblem,${HEADER}\r\n`);
  });
});
