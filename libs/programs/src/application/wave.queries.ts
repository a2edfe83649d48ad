import { Database } from '#database';
import { decodeCursor, encodeCursor, NotFoundError } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { Injectable } from '@nestjs/common';
import { WAITING_PEOPLE } from '../persistence/waiting-people.sql.js';

/** A plan of mails, and what came of it. */
export interface WaveView {
  readonly id: string;
  readonly role: 'mentor' | 'mentee' | null;
  readonly size: number;
  readonly everyHours: number;
  readonly dueAt: Date;
  readonly state: 'waiting' | 'paused' | 'finished';
  readonly createdAt: Date;
  /** People written to. */
  readonly invited: number;
  /** Of them, whose mail the server took. */
  readonly sent: number;
  /** Of them, whose address takes no mail. */
  readonly bounced: number;
  /** Of them, who agreed or signed in. */
  readonly accepted: number;
}

const SELECT = `SELECT v.id, v.role, v.size, v.every_hours AS "everyHours", v.due_at AS "dueAt", v.created_at AS "createdAt",
  CASE WHEN v.finished_at IS NOT NULL THEN 'finished' WHEN v.paused_at IS NOT NULL THEN 'paused' ELSE 'waiting' END AS state,
  c.invited, c.sent, c.bounced, c.accepted
FROM invitation_wave v CROSS JOIN LATERAL (
  SELECT count(*)::int AS invited,
    count(*) FILTER (WHERE d.state = 'sent')::int AS sent,
    count(*) FILTER (WHERE d.state IN ('failed', 'suppressed'))::int AS bounced,
    count(*) FILTER (WHERE p.privacy_confirmed_at IS NOT NULL OR a.claimed_at IS NOT NULL)::int AS accepted
  FROM wave_invitee w JOIN participation p ON p.id = w.participation_id JOIN account a ON a.id = p.account_id
  LEFT JOIN outbox_event e ON e.dedupe_key = 'participation-imported-' || p.id
  LEFT JOIN delivery d ON d.event_id = e.id
  WHERE w.wave_id = v.id) c`;

/** Reads waves of mails to imported people. */
@Injectable()
export class WaveQueries {
  constructor(private readonly db: Database) {}

  /** @throws NotFoundError */
  async get(programId: string, id: string): Promise<WaveView> {
    const [wave] = await this.db.query<WaveView>(`${SELECT} WHERE v.program_id = $1 AND v.id = $2`, [
      programId,
      id,
    ]);
    if (wave === undefined) throw new NotFoundError('This wave');
    return wave;
  }

  /** Newest first. */
  async list(programId: string, page: PageRequest): Promise<Page<WaveView>> {
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    const rows = await this.db.query<WaveView>(
      `${SELECT} WHERE v.program_id = $1 AND ($2::uuid IS NULL OR v.id < $2::uuid) ORDER BY v.id DESC LIMIT $3`,
      [programId, after, page.limit + 1],
    );
    return toPage(rows, page.limit, ({ id }) => encodeCursor([id]));
  }

  /** How many imported people wait for their first mail. */
  async countWaiting(programId: string): Promise<number> {
    const [row] = await this.db.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting ${WAITING_PEOPLE}`,
      [programId, null],
    );
    return row?.waiting ?? 0;
  }
}
