/** A cell of a table: a number is shown with thousands apart, null as a dash. */
export type Cell = string | number | null;

/** The rows as lines of text under their headings, numbers to the right. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = [headings, ...rows.map((row) => row.map(textOf))];
  const widths = headings.map((_, column) => Math.max(...texts.map((row) => (row[column] ?? '').length)));
  const left = headings.map((_, column) => rows.every((row) => typeof row[column] === 'string'));
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) =>
        left[column] === true ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(texts[0] ?? []), rule, ...texts.slice(1).map(line)].join('\n');
}

function textOf(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return cell.toLocaleString('en-US', { maximumFractionDigits: 20 });
}
