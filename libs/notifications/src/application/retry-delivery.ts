import { Database } from '#database';
import { deliveryMachine } from '#lifecycle';
import { type AuditActor, AuditLog } from '#programs';
import { Injectable } from '@nestjs/common';
import { DeliveryNotRetriableError, DeliveryUnknownError } from '../notifications.errors.js';

/** An admin lets a mail that did not arrive be tried once more, after the cause was repaired. */
@Injectable()
export class RetryDelivery {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Makes the mail due now, under the `Message-ID` that it has, and takes its address off the list of refused ones. What it
   * says is written from the present state, so it may still be dropped.
   *
   * @throws DeliveryUnknownError, DeliveryNotRetriableError
   */
  async execute(deliveryId: string, actor: AuditActor): Promise<void> {
    await this.db.transaction(async () => {
      const [found] = await this.db.query<{ state: string; email: string | null; participations: string[] }>(
        `SELECT d.state, lower(coalesce(a.email, i.email)) AS email,
           ARRAY(SELECT p.id FROM participation p WHERE p.program_id = d.program_id AND p.account_id = d.account_id)
             AS participations
         FROM delivery d
         LEFT JOIN account a ON a.id = d.account_id
         LEFT JOIN invitation i ON i.id::text = d.recipient_key
         WHERE d.id = $1 AND d.program_id = $2 FOR UPDATE OF d`,
        [deliveryId, actor.programId],
      );
      if (found === undefined) throw new DeliveryUnknownError();
      const state = deliveryMachine.stateOf(found.state);
      const next = deliveryMachine.transition(state, 'retry');
      if (!next.ok) throw new DeliveryNotRetriableError(state);
      await this.db.query(`DELETE FROM suppressed_address WHERE email = $1`, [found.email]);
      await this.db.query(
        `UPDATE delivery SET state = $2, finished_at = NULL, retried_at = now(), next_attempt_at = now(),
           next_ring_at = now() WHERE id = $1`,
        [deliveryId, next.value],
      );
      await this.audit.record(actor, {
        action: 'delivery.retried',
        subjectId: deliveryId,
        about: found.participations,
      });
    });
  }
}
