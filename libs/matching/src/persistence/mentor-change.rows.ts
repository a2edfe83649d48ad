/** A change, or nulls when there was none. */
export interface MentorChangeRow {
  until: string;
  changed_in: string | null;
  id: string | null;
}
