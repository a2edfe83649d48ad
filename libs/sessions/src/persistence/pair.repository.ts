import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import type { BusyRow, PairPersonRow } from './session.rows.js';

/** Reads the two people of a mentorship and what they have given of their time. */
@Injectable()
export class PairRepository {
  constructor(private readonly db: Database) {}

  /** Both sides, the mentor first; empty when the program has no such mentorship. */
  async findPeople(mentorshipId: string, programId: string): Promise<PairPersonRow[]> {
    return this.db.query<PairPersonRow>(
      `SELECT m.state AS mentorship_state, p.role, p.id AS participation_id, a.id AS account_id, a.name,
         coalesce(f.time_zone, a.time_zone) AS time_zone, f.windows, f.exceptions, f.away_until
       FROM mentorship m
       JOIN participation p ON p.id IN (m.mentor_id, m.mentee_id)
       JOIN account a ON a.id = p.account_id
       LEFT JOIN profile f ON f.participation_id = p.id
       WHERE m.id = $1 AND m.program_id = $2 ORDER BY p.id = m.mentor_id DESC`,
      [mentorshipId, programId],
    );
  }

  /** Keeps a mentorship from ending until the transaction does. */
  async hold(mentorshipId: string): Promise<void> {
    await this.db.query(`SELECT 1 FROM mentorship WHERE id = $1 FOR SHARE`, [mentorshipId]);
  }

  /** Sessions of these accounts, in any program, that touch a stretch of time; one may be left out. */
  async listBusy(
    accountIds: readonly string[],
    from: Date,
    to: Date,
    exceptSessionId: string | null,
  ): Promise<BusyRow[]> {
    return this.db.query<BusyRow>(
      `SELECT account_id, lower(during) AS starts_at, upper(during) AS ends_at FROM session_attendee
       WHERE account_id = ANY($1) AND busy AND during && tstzrange($2, $3)
         AND ($4::uuid IS NULL OR session_id <> $4)`,
      [accountIds, from, to, exceptSessionId],
    );
  }
}
