import { readMentors } from './read-mentors.js';
import { looksLikeXlsx, readXlsxTable } from './xlsx-table.js';
import { unpackedSize } from './unpacked-size.js';
import writeXlsxFile from 'write-excel-file/node';

const HEADER = [
  'name',
  'email',
  'time_zone',
  'languages',
  'skills_offered',
  'capacity',
  'department',
  'grade',
];

async function workbook(rows: readonly (readonly (string | number | Date | null)[])[]): Promise<Uint8Array> {
  const cells = [HEADER, ...rows].map((row) =>
    row.map((value) => (value instanceof Date ? { value, format: 'yyyy-mm-dd' } : value)),
  );
  return new Uint8Array(await writeXlsxFile(cells).toBuffer());
}

describe('readXlsxTable', () => {
  it('reads text, numbers and dates of the first sheet, with the rows as the spreadsheet numbers them', async () => {
    const bytes = await workbook([
      ['Zoë', 'zoe@example.org', 'Europe/Paris', 'fr', 'css:3', 2, '=1+1', new Date('2026-03-01T00:00:00Z')],
      [null, null, null, null, null, null, null, null],
      ['Bo', 'bo', 'Europe/Paris', 'fr', 'css:3', 2.5, null, null],
    ]);
    expect(looksLikeXlsx(bytes)).toBe(true);
    const { table, problems } = await readXlsxTable(bytes);
    expect(problems).toEqual([]);
    const read = readMentors(table);
    expect(read.rows).toMatchObject([
      { row: 2, name: 'Zoë', capacity: 2, department: '=1+1', grade: '2026-03-01' },
    ]);
    expect(read.problems.map(({ row, code }) => [row, code])).toEqual([
      [4, 'invalid-email'],
      [4, 'invalid-number'],
    ]);
  });

  it('says so when a file is no spreadsheet or a damaged one', async () => {
    const bytes = await workbook([]);
    const text = new TextEncoder().encode('PK\u0003\u0004 name,email');
    const damaged = bytes.map((byte, index) => (index > 60 && index < 400 ? 0 : byte));
    for (const bad of [text, new Uint8Array(), bytes.slice(0, 200), damaged]) {
      expect((await readXlsxTable(bad)).problems).toMatchObject([
        { code: 'unreadable-file', severity: 'error' },
      ]);
    }
  });

  it('does not open what states a huge size', async () => {
    const bytes = await workbook([]);
    const directory = bytes.findIndex(
      (_, i) => new DataView(bytes.buffer, i).getUint32(0, true) === 0x02014b50,
    );
    new DataView(bytes.buffer).setUint32(directory + 24, 0xf0000000, true);
    expect(unpackedSize(bytes)).toBeGreaterThan(4_000_000_000);
    expect((await readXlsxTable(bytes)).problems[0]?.message).toContain('too large');
  });
});
