import { buffer } from 'node:stream/consumers';
import type { Page, PageRequest } from '#kernel';
import { readTable } from '#roster';
import { type Table, tableFile } from './table-file.js';

interface Item {
  readonly name: string;
  readonly points: number | null;
}

/** A list of so many items, with what was asked of it. */
function list(count: number): Table<Item> & { readonly asked: PageRequest[] } {
  const items = Array.from({ length: count }, (_, at) => ({
    name: at === 1 ? '=1+1' : `Ada "${at}", Zoë`,
    points: at % 2 === 0 ? at : null,
  }));
  const asked: PageRequest[] = [];
  return {
    name: 'items',
    format: 'csv',
    columns: { name: ({ name }) => name, points: ({ points }) => points },
    asked,
    read: (page): Promise<Page<Item>> => {
      asked.push(page);
      const from = Number(page.cursor ?? '0');
      const to = from + page.limit;
      return Promise.resolve({ items: items.slice(from, to), nextCursor: to < count ? String(to) : null });
    },
  };
}

describe('a list as a file', () => {
  it.each([0, 1, 2, 500, 501, 1_200])('of %i items is whole as CSV, and as JSON', async (count) => {
    const table = list(count);
    const file = await tableFile(table);
    const csv = (await buffer(file.getStream())).toString();
    const { table: read, problems } = readTable(csv);
    expect(problems).toEqual([]);
    expect(read.header).toEqual(['name', 'points']);
    expect(read.rows.map(({ cells }) => cells)).toEqual(
      Array.from({ length: count }, (_, at) => [
        at === 1 ? '=1+1' : `Ada "${at}", Zoë`,
        at % 2 === 0 ? String(at) : '',
      ]),
    );
    expect(csv.startsWith('\uFEFFname,points\r\n')).toBe(true);
    expect(csv.includes("'=1+1")).toBe(count > 1);
    expect(table.asked).toHaveLength(Math.max(1, Math.ceil(count / 500)));
    expect(file.getHeaders()).toMatchObject({
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="items.csv"',
    });
    const json = await buffer((await tableFile({ ...table, format: 'json' })).getStream());
    expect(JSON.parse(json.toString())).toEqual(
      Array.from({ length: count }, (_, at) => ({
        name: at === 1 ? '=1+1' : `Ada "${at}", Zoë`,
        points: at % 2 === 0 ? at : null,
      })),
    );
  });

  it('is refused with its first page', async () => {
    const read = (): Promise<Page<Item>> => Promise.reject(new Error('No such list.'));
    await expect(tableFile({ ...list(3), read })).rejects.toThrow('No such list.');
  });
});
