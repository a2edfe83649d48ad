import type { NewEvent } from '#contracts';
import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Injectable } from '@nestjs/common';

/** Where a use case leaves what has to happen next; written in the use case's own transaction. */
@Injectable()
export class Outbox {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Appends events; one whose `dedupeKey` is known already is left out. */
  async append(...events: readonly NewEvent[]): Promise<void> {
    for (let at = 0; at < events.length; at += 500) await this.insert(events.slice(at, at + 500));
  }

  private async insert(events: readonly NewEvent[]): Promise<void> {
    const now = this.clock.now();
    const rows = events.map((event) => ({
      id: this.ids.next(),
      type: event.type,
      program_id: event.programId,
      subject_id: event.subjectId,
      subject_version: event.subjectVersion ?? null,
      dedupe_key: event.dedupeKey ?? null,
      payload: event.payload,
      due_at: event.dueAt ?? now,
      created_at: now,
    }));
    await this.db.query(
      `INSERT INTO outbox_event (id, type, program_id, subject_id, subject_version, dedupe_key, payload, due_at, next_ring_at, created_at)
       SELECT id, type, program_id, subject_id, subject_version, dedupe_key, payload, due_at, due_at, created_at
       FROM jsonb_to_recordset($1::jsonb) AS e(id uuid, type text, program_id uuid, subject_id uuid, subject_version int,
         dedupe_key text, payload jsonb, due_at timestamptz, created_at timestamptz)
       ON CONFLICT ON CONSTRAINT outbox_event_dedupe_key DO NOTHING`,
      [JSON.stringify(rows)],
    );
  }
}
