import { Database } from '#database';
import { Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { retryDelaySeconds } from './retry-delay.js';
import type { ClaimedDeliveryRow } from './delivery.rows.js';

/** A claim that nobody renews is free again after this; the sender renews it three times as often. */
export const LEASE_SECONDS = 90;

/** How a delivery can end. */
export type FinalState = 'sent' | 'failed' | 'suppressed' | 'dropped' | 'expired';

/** A delivery in the hands of one sender; `token` is the proof of it. */
export interface Claim {
  readonly delivery: ClaimedDeliveryRow;
  readonly token: string;
}

/**
 * Who may send a delivery, decided by PostgreSQL alone. Each write names the claim's token, so a sender that was believed
 * dead and was overtaken can't change anything any more.
 */
@Injectable()
export class DeliveryClaims {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
  ) {}

  /** Claims a delivery that is due, or whose claim ran out; null when it is done, not due or in other hands. */
  async claim(deliveryId: string): Promise<Claim | null> {
    const token = this.ids.next();
    const [delivery] = await this.db.query<ClaimedDeliveryRow>(
      `UPDATE delivery SET state = 'claimed', claim_token = $2, attempts = attempts + 1,
         claimed_until = now() + make_interval(secs => $3), next_ring_at = now() + make_interval(secs => $3)
       WHERE id = (
         SELECT id FROM delivery
         WHERE id = $1 AND ((state = 'pending' AND next_attempt_at <= now())
           OR (state = 'claimed' AND claimed_until <= now()))
         FOR UPDATE SKIP LOCKED)
       RETURNING id, event_id, program_id, recipient_key, account_id, kind, subject, message_id, attempts, created_at`,
      [deliveryId, token, LEASE_SECONDS],
    );
    return delivery === undefined ? null : { delivery, token };
  }

  /** Holds the claim longer. */
  async renew({ delivery, token }: Claim): Promise<void> {
    await this.db.query(
      `UPDATE delivery SET claimed_until = now() + make_interval(secs => $3),
         next_ring_at = now() + make_interval(secs => $3)
       WHERE id = $1 AND claim_token = $2 AND state = 'claimed'`,
      [delivery.id, token, LEASE_SECONDS],
    );
  }

  /** Ends the delivery; answers whether the claim was still ours. */
  async finish({ delivery, token }: Claim, state: FinalState, reason: string | null): Promise<boolean> {
    const rows = await this.db.query(
      `UPDATE delivery SET state = $3, last_error = $4, finished_at = now(), claim_token = NULL, claimed_until = NULL
       WHERE id = $1 AND claim_token = $2 AND state = 'claimed' RETURNING id`,
      [delivery.id, token, state, reason?.slice(0, 500) ?? null],
    );
    return rows.length > 0;
  }

  /**
   * Puts the delivery back for a later attempt, or gives it up when it is older than allowed: a server that was away for
   * hours must not use up a count of attempts. An admin's retry makes it young again.
   */
  async release({ delivery, token }: Claim, reason: string, giveUpHours: number): Promise<void> {
    await this.db.query(
      `UPDATE delivery SET last_error = $3, claim_token = NULL, claimed_until = NULL,
         state = CASE WHEN greatest(created_at, retried_at) <= now() - make_interval(hours => $4) THEN 'expired' ELSE 'pending' END,
         finished_at = CASE WHEN greatest(created_at, retried_at) <= now() - make_interval(hours => $4) THEN now() END,
         next_attempt_at = now() + make_interval(secs => $5), next_ring_at = now() + make_interval(secs => $5)
       WHERE id = $1 AND claim_token = $2 AND state = 'claimed'`,
      [
        delivery.id,
        token,
        reason.slice(0, 500),
        giveUpHours,
        retryDelaySeconds(delivery.id, delivery.attempts),
      ],
    );
  }
}
