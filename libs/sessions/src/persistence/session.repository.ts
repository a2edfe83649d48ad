import { Database } from '#database';
import { sessionMachine } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import type { PlannedSessionRow, SessionRow } from './session.rows.js';

/** A session that is to be written. */
export interface NewSession {
  readonly id: string;
  readonly programId: string;
  readonly mentorshipId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly location: string;
  readonly bookedBy: string;
  readonly createdAt: Date;
  readonly attendees: readonly { readonly participationId: string; readonly accountId: string }[];
}

/** What a move changes. */
export interface MovedSession {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly location: string;
}

/** What a cancellation notes. */
export interface Cancellation {
  /** Null when nobody is known to have done it. */
  readonly by: string | null;
  readonly at: Date;
  readonly late: boolean;
  readonly reason: string | null;
}

/** Changes of sessions; each names the columns that it writes. */
@Injectable()
export class SessionRepository {
  constructor(private readonly db: Database) {}

  /** The session, kept from other changes until the transaction ends; null when the program has none such. */
  async lock(id: string, programId: string): Promise<SessionRow | null> {
    const [row] = await this.db.query<SessionRow>(
      `SELECT s.id, s.program_id, s.mentorship_id, s.state, s.starts_at, s.ends_at, s.time_zone, s.location, s.outcome_by,
         s.version, ARRAY(SELECT a.account_id FROM session_attendee a WHERE a.session_id = s.id) AS account_ids
       FROM session s WHERE s.id = $1 AND s.program_id = $2 FOR UPDATE OF s`,
      [id, programId],
    );
    return row ?? null;
  }

  /** What a mentorship has planned after an instant, kept from other changes until the transaction ends. */
  async lockPlanned(mentorshipId: string, after: Date): Promise<PlannedSessionRow[]> {
    return this.db.query<PlannedSessionRow>(
      `SELECT s.id, s.program_id, m.ended_by FROM session s JOIN mentorship m ON m.id = s.mentorship_id
       WHERE s.mentorship_id = $1 AND s.starts_at > $2 AND s.state = ANY($3) ORDER BY s.id FOR UPDATE OF s`,
      [mentorshipId, after, sessionMachine.sourcesOf('cancel')],
    );
  }

  /** Writes a booked session; the exclusion constraint refuses one that overlaps another of either person. */
  async insert(session: NewSession): Promise<void> {
    await this.db.query(
      `INSERT INTO session (id, program_id, mentorship_id, state, starts_at, ends_at, time_zone, location, booked_by, created_at)
       VALUES ($1, $2, $3, 'scheduled', $4, $5, $6, $7, $8, $9)`,
      [
        session.id,
        session.programId,
        session.mentorshipId,
        session.startsAt,
        session.endsAt,
        session.timeZone,
        session.location,
        session.bookedBy,
        session.createdAt,
      ],
    );
    // In a fixed order, so that two bookings of the same people wait for each other rather than deadlock.
    const people = [...session.attendees].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
    await this.db.query(
      `INSERT INTO session_attendee (session_id, participation_id, account_id, during)
       SELECT $1, p.participation_id, p.account_id, tstzrange($2, $3)
       FROM unnest($4::uuid[], $5::uuid[]) WITH ORDINALITY AS p(participation_id, account_id, n) ORDER BY p.n`,
      [
        session.id,
        session.startsAt,
        session.endsAt,
        people.map(({ participationId }) => participationId),
        people.map(({ accountId }) => accountId),
      ],
    );
  }

  /** Gives a session another time or place; answers its new version. */
  async move(id: string, to: MovedSession): Promise<number> {
    const [row] = await this.db.query<{ version: number }>(
      `UPDATE session SET starts_at = $2, ends_at = $3, time_zone = $4, location = $5, sequence = sequence + 1,
         version = version + 1 WHERE id = $1 RETURNING version`,
      [id, to.startsAt, to.endsAt, to.timeZone, to.location],
    );
    await this.db.query(`UPDATE session_attendee SET during = tstzrange($2, $3) WHERE session_id = $1`, [
      id,
      to.startsAt,
      to.endsAt,
    ]);
    return versionOf(row);
  }

  /** Cancels a session and frees its people; answers its new version. */
  async cancel(id: string, note: Cancellation): Promise<number> {
    const [row] = await this.db.query<{ version: number }>(
      `UPDATE session SET state = 'cancelled', cancelled_by = $2, cancelled_at = $3, cancelled_late = $4, cancel_reason = $5,
         sequence = sequence + 1, version = version + 1 WHERE id = $1 RETURNING version`,
      [id, note.by, note.at, note.late, note.reason],
    );
    await this.db.query(`UPDATE session_attendee SET busy = false WHERE session_id = $1`, [id]);
    return versionOf(row);
  }

  /** Participations of those who take part. */
  async participationsOf(id: string): Promise<string[]> {
    const rows = await this.db.query<{ participation_id: string }>(
      `SELECT participation_id FROM session_attendee WHERE session_id = $1 ORDER BY 1`,
      [id],
    );
    return rows.map(({ participation_id }) => participation_id);
  }

  /** Notes what became of a session, and who said so. */
  async close(id: string, state: string, saidBy: string): Promise<void> {
    await this.db.query(
      `UPDATE session SET state = $2, outcome_by = $3, version = version + 1 WHERE id = $1`,
      [id, state, saidBy],
    );
  }
}

function versionOf(row: { version: number } | undefined): number {
  if (row === undefined) throw new Error('A locked session is gone.');
  return row.version;
}
