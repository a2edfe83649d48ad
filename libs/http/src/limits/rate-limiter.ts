import { createHash } from 'node:crypto';
import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { TooManyAttemptsError } from '../problem/http.errors.js';

/** Counts attempts in PostgreSQL, so that a limit holds over all processes. */
@Injectable()
export class RateLimiter {
  constructor(private readonly db: Database) {}

  /**
   * Counts one attempt.
   *
   * @param subject who or what is limited; stored as a hash
   * @throws TooManyAttemptsError when there were more than `limit` in the window
   */
  async hit(action: string, subject: string, limit: number, windowSeconds: number): Promise<void> {
    const [row] = await this.db.query<{ count: number; wait: string }>(
      `INSERT INTO rate_counter AS c (key, count, resets_at) VALUES ($1, 1, now() + make_interval(secs => $2))
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN c.resets_at <= now() THEN 1 ELSE c.count + 1 END,
         resets_at = CASE WHEN c.resets_at <= now() THEN excluded.resets_at ELSE c.resets_at END
       RETURNING count, extract(epoch FROM resets_at - now()) AS wait`,
      [this.keyOf(action, subject), windowSeconds],
    );
    if (row !== undefined && row.count > limit) throw new TooManyAttemptsError(Number(row.wait));
  }

  /** Takes one attempt back, because it succeeded. */
  async forgive(action: string, subject: string): Promise<void> {
    await this.db.query(`UPDATE rate_counter SET count = count - 1 WHERE key = $1 AND count > 0`, [
      this.keyOf(action, subject),
    ]);
  }

  /** Forgets the attempts, after a success. */
  async reset(action: string, subject: string): Promise<void> {
    await this.db.query(`DELETE FROM rate_counter WHERE key = $1`, [this.keyOf(action, subject)]);
  }

  private keyOf(action: string, subject: string): string {
    return `${action}:${createHash('sha256').update(subject).digest('base64url')}`;
  }
}
