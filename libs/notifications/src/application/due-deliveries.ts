import { Database } from '#database';
import { Injectable } from '@nestjs/common';

/** The bell of a due delivery repeats after 15 s, then ever more rarely the longer it has been due. */
const FIRST_REPEAT_SECONDS = 15;
const LONGEST_REPEAT_SECONDS = 600;

/** Which deliveries must be rung for. */
@Injectable()
export class DueDeliveries {
  constructor(private readonly db: Database) {}

  /**
   * Takes up to `limit` deliveries that are due, or whose sender died (the claim ran out), and notes when to ring again;
   * safe with many workers. Urgent are those about an account alone: somebody waits for a link to sign in.
   */
  async takeDue(limit: number): Promise<{ id: string; urgent: boolean }[]> {
    return this.db.query(
      `UPDATE delivery SET next_ring_at = now() + make_interval(secs => least(
         $2 + extract(epoch FROM now() - greatest(next_attempt_at, coalesce(claimed_until, next_attempt_at))), $3))
       WHERE id IN (
         SELECT id FROM delivery
         WHERE next_ring_at <= now() AND ((state = 'pending' AND next_attempt_at <= now())
           OR (state = 'claimed' AND claimed_until <= now()))
         ORDER BY next_ring_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id, program_id IS NULL AS urgent`,
      [limit, FIRST_REPEAT_SECONDS, LONGEST_REPEAT_SECONDS],
    );
  }
}
