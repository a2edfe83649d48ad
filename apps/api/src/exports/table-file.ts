import { Readable } from 'node:stream';
import type { Page, PageRequest } from '#kernel';
import { csvLine } from '#roster';
import { StreamableFile } from '@nestjs/common';

/** What a cell may hold. */
export type Cell = string | number | null;

/** A list to be written. */
export interface Table<T> {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly format: 'csv' | 'json';
  /** The columns by name, in order. */
  readonly columns: Readonly<Record<string, (item: T) => Cell>>;
  readonly read: (page: PageRequest) => Promise<Page<T>>;
}

const ROWS_AT_ONCE = 500;

/** Without it spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A list as a file. It is read page by page while it is sent, so a long one takes no more memory than a short one; what
 * refuses the first page refuses the file.
 */
export async function tableFile<T>(table: Table<T>): Promise<StreamableFile> {
  const first = await table.read({ limit: ROWS_AT_ONCE, cursor: null });
  const portions = table.format === 'csv' ? csvOf(table, first) : jsonOf(table, first);
  return new StreamableFile(Readable.from(portions, { objectMode: false }), {
    type: table.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    disposition: `attachment; filename="${table.name}.${table.format}"`,
  });
}

async function* pagesOf<T>({ read }: Table<T>, first: Page<T>): AsyncGenerator<readonly T[]> {
  for (let page = first; ; page = await read({ limit: ROWS_AT_ONCE, cursor: page.nextCursor })) {
    yield page.items;
    if (page.nextCursor === null) return;
  }
}

async function* csvOf<T>(table: Table<T>, first: Page<T>): AsyncGenerator<string> {
  const columns = Object.values(table.columns);
  yield BYTE_ORDER_MARK + csvLine(Object.keys(table.columns));
  for await (const items of pagesOf(table, first))
    yield items.map((item) => csvLine(columns.map((cellOf) => cellOf(item)))).join('');
}

async function* jsonOf<T>(table: Table<T>, first: Page<T>): AsyncGenerator<string> {
  const columns = Object.entries(table.columns);
  let before = '[\n';
  for await (const items of pagesOf(table, first)) {
    if (items.length === 0) continue;
    const objects = items.map((item) =>
      JSON.stringify(Object.fromEntries(columns.map(([name, cellOf]) => [name, cellOf(item)]))),
    );
    yield before + objects.join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
