/** A row of `outbox_event` as the worker reads it. */
export interface OwedEventRow {
  id: string;
  type: string;
  payload: object;
  program_id: string | null;
  subject_id: string;
  subject_version: number | null;
  due_at: Date;
  created_at: Date;
}
