import { isEmail, type RosterProblem } from '#roster';
import type { NewImportRow } from '../persistence/import.rows.js';
import type { UploadRead } from './read-upload.js';

/** Rows as they are kept: each with what was understood, what is wrong, and whom it means. */
export function toImportRows(read: UploadRead): NewImportRow[] {
  const problems = new Map<number, RosterProblem[]>();
  for (const problem of read.problems) {
    const ofRow = problems.get(problem.row);
    if (ofRow === undefined) problems.set(problem.row, [problem]);
    else ofRow.push(problem);
  }
  const data = new Map(read.rows.map((row) => [row.row, row]));
  const emailAt = read.table.header.indexOf(read.columns['email'] ?? '');
  const idAt = read.table.header.indexOf(read.columns['id'] ?? '');
  return [...read.table.rows, ...read.misfits].map(({ number, cells }) => {
    const known = data.get(number);
    // Also of a row that can't be taken: its person is not missing in the list.
    const email = known?.email ?? cells[emailAt]?.trim().toLowerCase() ?? '';
    const outerId = known?.id ?? cells[idAt]?.trim() ?? '';
    return {
      row: number,
      good: known !== undefined,
      cells,
      data: known ?? null,
      problems: problems.get(number) ?? [],
      email: isEmail(email) ? email : null,
      outerId: outerId === '' || outerId === email ? null : outerId,
    };
  });
}
