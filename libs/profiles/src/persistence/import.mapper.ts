import type { ImportView } from '../application/import.view.js';
import type { ImportRecord } from './import.rows.js';

/** An upload as an admin sees it. */
export function toImportView(record: ImportRecord): ImportView {
  return {
    id: record.id,
    kind: record.kind,
    state: record.state,
    fileName: record.file_name,
    mapping: record.mapping,
    rowCount: record.row_count,
    goodCount: record.good_count,
    badCount: record.bad_count,
    createdCount: record.created_count,
    updatedCount: record.updated_count,
    fullList: record.full_list,
    differences: record.differences,
    pausedCount: record.paused_count,
    returnedCount: record.returned_count,
    fileProblems: record.problems,
    failure: record.failure,
    createdAt: record.created_at,
    appliedAt: record.applied_at,
  };
}
