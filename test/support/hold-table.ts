import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A table that nobody can write to while it is held. */
export interface HeldTable {
  /** Waits until a worker stands before the lock, its transaction half done. */
  somebodyWaits(): Promise<void>;
  release(): Promise<void>;
  /** Waits until no worker has a transaction open; for one that was killed PostgreSQL takes a moment to notice. */
  nobodyWaits(): Promise<void>;
}

/**
 * Stops every write to a table, so that a test can act exactly in the middle of a transaction.
 *
 * @param from what it stops: writes, or reads as well
 */
export async function holdTable(
  databaseUrl: string,
  table: string,
  from: 'writes' | 'reads' = 'writes',
): Promise<HeldTable> {
  const holder = new pg.Client({ connectionString: databaseUrl });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query(
    `LOCK TABLE ${holder.escapeIdentifier(table)} IN ${from === 'writes' ? 'SHARE' : 'ACCESS EXCLUSIVE'} MODE`,
  );
  const watch = async (condition: string, wanted: boolean): Promise<void> => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      for (;;) {
        const { rowCount } = await client.query(
          `SELECT 1 FROM pg_stat_activity
           WHERE datname = current_database() AND application_name = 'rapport-worker' AND ${condition}`,
        );
        if ((rowCount ?? 0) > 0 === wanted) return;
        await sleep(25);
      }
    } finally {
      await client.end();
    }
  };
  return {
    somebodyWaits: () => watch(`wait_event_type = 'Lock' AND wait_event = 'relation'`, true),
    release: async () => {
      await holder.query('ROLLBACK');
      await holder.end();
    },
    nobodyWaits: () => watch('xact_start IS NOT NULL', false),
  };
}
