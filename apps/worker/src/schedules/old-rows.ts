/** Rows that have outlived their use. */
export interface OldRows {
  readonly table: string;
  /** What is deleted, in SQL about `r`, a row of the table. */
  readonly when: string;
}

/** What the database may forget, by its own clock. */
export const oldRows: readonly OldRows[] = [
  {
    // The first of a device's chain says since when it is signed in; it stays as long as the chain lives.
    table: 'refresh_token',
    when: `r.expires_at < now() - interval '30 days' AND (
      EXISTS (SELECT 1 FROM refresh_token o WHERE o.family_id = r.family_id AND o.id < r.id)
      OR NOT EXISTS (SELECT 1 FROM refresh_token o WHERE o.family_id = r.family_id AND o.expires_at > now()))`,
  },
  { table: 'mail_token', when: `r.expires_at < now() - interval '30 days'` },
  { table: 'rate_counter', when: `r.resets_at < now()` },
  { table: 'idempotency_key', when: `r.created_at < now() - interval '1 day'` },
  // Whoever keeps mentors in memory looks for changes far more often, or reads them all again.
  { table: 'mentor_change', when: `r.changed_at < now() - interval '1 day'` },
  {
    // With an event go the marks of its handlers and the deliveries that came of it.
    table: 'outbox_event',
    when: `r.done_at < now() - interval '90 days' AND NOT EXISTS (
      SELECT 1 FROM delivery d WHERE d.event_id = r.id
        AND (d.finished_at IS NULL OR d.finished_at > now() - interval '90 days'))`,
  },
];
