import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import type { MentorChangeRow } from './mentor-change.rows.js';

/** What the feed of changes says at one moment. */
export interface MentorChanges {
  /** Every transaction below this number has ended, and all its changes are visible. */
  readonly until: bigint;
  /** Each with a key that is the same whenever it is read. */
  readonly changes: readonly { readonly key: string; readonly changedIn: bigint; readonly id: string }[];
}

/** Reads which mentors of a program were changed. */
@Injectable()
export class MentorChangeRepository {
  constructor(private readonly db: Database) {}

  /**
   * Changes noted by the transactions from a number on. Numbers are handed out when a transaction first writes, and
   * transactions end in any order: so ask again from `until` on, and expect to see some changes twice.
   *
   * @param since null to learn `until` alone
   */
  async look(programId: string, since: bigint | null): Promise<MentorChanges> {
    // A note from the future was restored from another cluster's dump.
    const rows = await this.db.query<MentorChangeRow>(
      `SELECT pg_snapshot_xmin(s.now)::text AS until, c.changed_in, c.participation_id AS id
       FROM pg_current_snapshot() AS s(now) LEFT JOIN mentor_change c ON c.program_id = $1
         AND c.changed_in >= $2::bigint AND c.changed_in < pg_snapshot_xmax(s.now)::text::bigint`,
      [programId, since === null ? null : String(since)],
    );
    return {
      until: BigInt(rows[0]?.until ?? 0),
      changes: rows.flatMap(({ id, changed_in: changedIn }) =>
        id === null || changedIn === null
          ? []
          : [{ key: `${changedIn} ${id}`, changedIn: BigInt(changedIn), id }],
      ),
    };
  }

  /** Mentorships under way by mentor; whoever has none is left out. */
  async countLive(programId: string, mentorIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.query<{ id: string; live: number }>(
      `SELECT mentor_id AS id, count(*)::int AS live FROM mentorship
       WHERE program_id = $1 AND mentor_id = ANY($2::uuid[]) AND state IN ('proposed', 'active', 'paused')
       GROUP BY mentor_id`,
      [programId, mentorIds],
    );
    return new Map(rows.map(({ id, live }) => [id, live]));
  }
}
