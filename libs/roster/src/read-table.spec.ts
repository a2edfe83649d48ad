import fc from 'fast-check';
import { decodeText } from './decode-text.js';
import { readTable } from './read-table.js';
import { sniffSeparator } from './sniff-separator.js';
import { writeCsv } from './write-csv.js';

const cellsOf = (text: string | Uint8Array) => readTable(text).table.rows.map((row) => row.cells);
const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const units = Array.from(`${mark ? '\uFEFF' : ''}${text}`, (char) => char.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};

describe('decodeText', () => {
  const text = 'name,city\r\nZoë,Łódź\r\n';

  it('reads UTF-8 with and without a byte order mark', () => {
    const bytes = new TextEncoder().encode(text);
    expect(decodeText(bytes)).toEqual({ text, encoding: 'utf-8', broken: 0 });
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes])).text).toBe(text);
  });

  it.each([
    [false, true, 'utf-16le'],
    [true, true, 'utf-16be'],
    [false, false, 'utf-16le'],
    [true, false, 'utf-16be'],
  ])('reads UTF-16 (big-endian %p, mark %p) as %s', (big, mark, encoding) => {
    expect(decodeText(utf16(text, big, mark))).toEqual({ text, encoding, broken: 0 });
  });

  it('takes other bytes for the western Windows code page', () => {
    const bytes = Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80]);
    expect(decodeText(bytes)).toEqual({ text: 'Müller €', encoding: 'windows-1252', broken: 0 });
  });

  it('keeps UTF-8 with one broken letter and counts it', () => {
    const bytes = [...new TextEncoder().encode('Zoë, Łódź, François'), 0xff];
    const read = decodeText(Uint8Array.from(bytes));
    expect(read).toEqual({ text: 'Zoë, Łódź, François\uFFFD', encoding: 'utf-8', broken: 1 });
    expect(readTable(Uint8Array.from(bytes)).problems[0]).toMatchObject({ code: 'broken-text', row: 0 });
  });

  it('follows an encoding that the person names and ignores one that does not exist', () => {
    expect(decodeText(Uint8Array.from([0xb9]), 'windows-1250').text).toBe('ą');
    expect(decodeText(Uint8Array.from([0x61]), 'klingon').encoding).toBe('utf-8');
  });
});

describe('sniffSeparator', () => {
  it.each([
    ['a,b;c,d\n', ','],
    ['a;"b,c,d,e";f\n', ';'],
    ['\n\na\tb\tc', '\t'],
    ['alone', ','],
  ])('of %j is %j', (text, separator) => {
    expect(sniffSeparator(text)).toBe(separator);
  });
});

describe('readTable', () => {
  it('reads quoted cells with separators, quotes and line breaks', () => {
    expect(cellsOf('a,b\n"x, ""y""","1\n2"\n')).toEqual([['x, "y"', '1\n2']]);
  });

  it.each(['\n', '\r\n', '\r'])('reads lines that end in %j', (end) => {
    expect(cellsOf(['a;b', '1;2', '3;4', ''].join(end))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('follows the separator line of a spreadsheet', () => {
    expect(cellsOf('sep=;\r\na;b,c\r\n1;2,3')).toEqual([['1', '2,3']]);
  });

  it('numbers rows as a spreadsheet does, empty ones and line breaks included', () => {
    const { rows } = readTable('a,b\n\n"x\ny",2\n,,\n3,4').table;
    expect(rows.map((row) => row.number)).toEqual([3, 5]);
  });

  it('gives up only the row whose quote is never closed', () => {
    const read = readTable('a,b,c\n1,2,3\n4,"5,6\n7,"8",9\n"x\ny",11,12\n13,14,15\n');
    expect(read.table.rows.map((row) => [row.number, row.cells[0]])).toEqual([
      [2, '1'],
      [4, '7'],
      [5, 'x\ny'],
      [6, '13'],
    ]);
    expect(read.problems).toMatchObject([{ row: 3, code: 'unreadable-row', severity: 'error' }]);
  });

  it('gives up an unclosed quote at the end of the file', () => {
    const read = readTable('a,b\n1,2\n3,"4\n5,6');
    expect(read.table.rows.map((row) => row.cells[0])).toEqual(['1', '5']);
    expect(read.problems).toMatchObject([{ row: 3 }]);
  });

  it('keeps a quote inside text', () => {
    expect(cellsOf('a,b\n5\'10" tall,2')).toEqual([['5\'10" tall', '2']]);
  });

  it('names a row with more cells than the header, and allows empty ones at the end', () => {
    const read = readTable('a,b\n1,2,3\n4,5,,\n6');
    expect(read.problems).toMatchObject([{ row: 2, code: 'unreadable-row' }]);
    expect(read.table.rows.map((row) => row.number)).toEqual([3, 4]);
  });

  it('says that an empty file has no header, and refuses too many rows as a whole', () => {
    expect(readTable('').problems).toMatchObject([{ code: 'empty-file' }]);
    const many = readTable('a\n1\n2\n3', { maxRows: 2 });
    expect(many.problems).toMatchObject([{ code: 'too-many-rows' }]);
    expect(many.table.rows).toEqual([]);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        readTable(bytes);
      }),
    );
    const hostile = fc.array(fc.constantFrom('"', ',', ';', '\n', '\r', 'a', '\0', '\uFEFF', ' ', '='), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(hostile, (parts) => {
        const read = readTable(parts.join(''));
        const numbers = read.table.rows.map((row) => row.number);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('writeCsv', () => {
  it('neutralises formulas in text, not in numbers', () => {
    expect(writeCsv(['a', 'b'], [['=1+1', -5]])).toBe("a,b\r\n'=1+1,-5\r\n");
    expect(writeCsv(['a'], [['@x'], ['-y'], ['+z'], ['a=b'], [null]])).toBe(
      "a\r\n'@x\r\n'-y\r\n'+z\r\na=b\r\n\r\n",
    );
  });

  it('comes back as it was written', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'ß', '"', ',', ';', '=', '-', "'", '\n', ' ', '語', '1') })
      .map((text) => text.trim());
    const row = fc.tuple(fc.constant('x'), cell, cell);
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(cellsOf(writeCsv(['h1', 'h2', 'h3'], rows))).toEqual(rows);
      }),
    );
  });
});

describe('hostile files', () => {
  it('are refused in reasonable time', () => {
    const read = readTable('"\n'.repeat(300_000), { maxRows: 2000 });
    expect(read.problems.at(-1)).toMatchObject({ row: 0, code: 'too-many-rows' });
    expect(read.table.rows).toEqual([]);
    expect(readTable('a\n'.repeat(300_000)).problems).toMatchObject([{ code: 'too-many-rows' }]);
  });
});
