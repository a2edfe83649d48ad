import { eventRoutes, type EventType, type OwedEvent } from '#contracts';
import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import type { OwedEventRow } from './persistence/owed-event.rows.js';

/** The first repeat of the bell comes after 15 s; later ones double up to an hour. */
const FIRST_REPEAT_SECONDS = 15;
const LONGEST_REPEAT_SECONDS = 3600;

/** What the worker sees of the outbox: which events are owed, and the marks that end them. */
@Injectable()
export class OwedEvents {
  constructor(private readonly db: Database) {}

  /**
   * Takes up to `limit` events whose bell must be rung, and notes when to ring again; safe with many
   * workers. Urgent are those about an account alone: somebody waits for a link to sign in.
   */
  async takeDue(limit: number): Promise<{ id: string; type: EventType; urgent: boolean }[]> {
    return this.db.query(
      `UPDATE outbox_event SET rings = rings + 1,
         next_ring_at = now() + make_interval(secs => least($2 * power(2, least(rings, 20)), $3))
       WHERE id IN (
         SELECT id FROM outbox_event WHERE done_at IS NULL AND next_ring_at <= now()
         ORDER BY next_ring_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id, type, program_id IS NULL AS urgent`,
      [limit, FIRST_REPEAT_SECONDS, LONGEST_REPEAT_SECONDS],
    );
  }

  /** The event, or null when it is done or unknown. */
  async find(id: string): Promise<OwedEvent | null> {
    const [row] = await this.db.query<OwedEventRow>(
      `SELECT id, type, payload, program_id, subject_id, subject_version, due_at, created_at
       FROM outbox_event WHERE id = $1 AND done_at IS NULL`,
      [id],
    );
    if (row === undefined) return null;
    return {
      id: row.id,
      type: row.type as EventType,
      payload: row.payload as OwedEvent['payload'],
      programId: row.program_id,
      subjectId: row.subject_id,
      subjectVersion: row.subject_version,
      dueAt: row.due_at,
      createdAt: row.created_at,
    };
  }

  /** Whether this handler has done its work for the event. */
  async isDone(eventId: string, handler: string): Promise<boolean> {
    const rows = await this.db.query(`SELECT 1 FROM inbox_mark WHERE event_id = $1 AND handler = $2`, [
      eventId,
      handler,
    ]);
    return rows.length > 0;
  }

  /**
   * Runs a handler's work in one transaction with its mark: it happens once, however often the job runs, also when two
   * workers run it at the same time (the second waits on the mark's key, then does nothing).
   */
  async once(event: OwedEvent, handler: string, work: () => Promise<void>): Promise<void> {
    await this.db.transaction(async () => {
      const marked = await this.db.query(
        `INSERT INTO inbox_mark (event_id, handler) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING event_id`,
        [event.id, handler],
      );
      if (marked.length === 0) return;
      await work();
      await this.close(event);
    });
  }

  /** Lets the bell ring again after some seconds, for work that was handed back. */
  async ringSoon(eventId: string, seconds: number): Promise<void> {
    await this.db.query(
      `UPDATE outbox_event SET next_ring_at = now() + make_interval(secs => $2) WHERE id = $1 AND done_at IS NULL`,
      [eventId, seconds],
    );
  }

  /** Notes why a handler failed, for the operator; the bell rings again by itself. */
  async noteFailure(eventId: string, reason: string): Promise<void> {
    await this.db.query(`UPDATE outbox_event SET last_error = $2 WHERE id = $1`, [
      eventId,
      reason.slice(0, 500),
    ]);
  }

  private async close(event: OwedEvent): Promise<void> {
    const handlers = eventRoutes[event.type].map((job) => job.name);
    // The row lock makes the last of several handlers see the marks of the others.
    await this.db.query(`SELECT 1 FROM outbox_event WHERE id = $1 FOR UPDATE`, [event.id]);
    await this.db.query(
      `UPDATE outbox_event SET done_at = now() WHERE id = $1 AND done_at IS NULL
       AND (SELECT count(*) FROM inbox_mark WHERE event_id = $1 AND handler = ANY($2)) = cardinality($2)`,
      [event.id, handlers],
    );
  }
}
