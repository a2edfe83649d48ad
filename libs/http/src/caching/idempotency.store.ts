import { Database } from '#database';
import { Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { IdempotencyKeyReusedError, RequestInProgressError } from '../problem/http.errors.js';

/** An answer that was given before. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

interface KeyRow {
  request_id: string;
  fingerprint: string;
  status: number | null;
  body: unknown;
  headers: Record<string, string>;
}

/** A first request that never came to an end is forgotten after this time. */
const ABANDONED_SECONDS = 120;

/** Remembers the answers to creating requests for a day. */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
  ) {}

  /**
   * Begins a request, or finds the answer to its first run.
   *
   * @returns the id under which to finish it, or the stored answer
   * @throws IdempotencyKeyReusedError, RequestInProgressError
   */
  async begin(
    owner: string,
    key: string,
    fingerprint: string,
  ): Promise<{ requestId: string } | { answer: StoredAnswer }> {
    const requestId = this.ids.next();
    await this.db.query(
      `DELETE FROM idempotency_key WHERE owner = $1 AND key = $2
       AND (created_at < now() - interval '1 day' OR (status IS NULL AND created_at < now() - make_interval(secs => $3)))`,
      [owner, key, ABANDONED_SECONDS],
    );
    const inserted = await this.db.query(
      `INSERT INTO idempotency_key (owner, key, request_id, fingerprint) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key`,
      [owner, key, requestId, fingerprint],
    );
    if (inserted.length > 0) return { requestId };
    const [row] = await this.db.query<KeyRow>(`SELECT * FROM idempotency_key WHERE owner = $1 AND key = $2`, [
      owner,
      key,
    ]);
    if (row === undefined || row.status === null) throw new RequestInProgressError();
    if (row.fingerprint !== fingerprint) throw new IdempotencyKeyReusedError();
    return { answer: { status: row.status, body: row.body, headers: row.headers } };
  }

  /** Keeps the answer. */
  async finish(requestId: string, answer: StoredAnswer): Promise<void> {
    await this.db.query(
      `UPDATE idempotency_key SET status = $2, body = $3, headers = $4 WHERE request_id = $1`,
      [requestId, answer.status, JSON.stringify(answer.body ?? null), JSON.stringify(answer.headers)],
    );
  }

  /** Forgets a request that failed, so that it may be repeated. */
  async forget(requestId: string): Promise<void> {
    await this.db.query(`DELETE FROM idempotency_key WHERE request_id = $1`, [requestId]);
  }
}
