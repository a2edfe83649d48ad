import { MailConfig } from '#config';
import type { OwedEvent } from '#contracts';
import { Database } from '#database';
import { Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { PlannedDelivery } from '../plans/plan.js';

/** Writes what an event owes, one row for each recipient. */
@Injectable()
export class DeliveryWriter {
  private readonly host: string;

  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
    config: MailConfig,
  ) {
    this.host = config.fromAddress.slice(config.fromAddress.lastIndexOf('@') + 1);
  }

  /** Writes those that are not there yet; answers how many were written. */
  async write(
    event: Pick<OwedEvent, 'id' | 'programId'>,
    planned: readonly PlannedDelivery[],
    mailingId: string | null = null,
  ): Promise<number> {
    if (planned.length === 0) return 0;
    const rows = planned.map((one) => {
      const id = this.ids.next();
      return {
        id,
        recipient_key: one.recipientKey,
        account_id: one.accountId,
        kind: one.kind,
        subject: one.subject,
        message_id: `<${id}@${this.host}>`,
      };
    });
    const written = await this.db.query(
      `INSERT INTO delivery (id, event_id, program_id, mailing_id, recipient_key, account_id, channel, kind, subject,
         state, message_id, next_attempt_at, next_ring_at, created_at)
       SELECT id, $1, $2, $3, recipient_key, account_id, 'email', kind, subject, 'pending', message_id, now(), now(), now()
       FROM jsonb_to_recordset($4::jsonb) AS d(id uuid, recipient_key text, account_id uuid, kind text, subject jsonb,
         message_id text)
       ON CONFLICT ON CONSTRAINT delivery_intent_key DO NOTHING RETURNING id`,
      [event.id, event.programId, mailingId, JSON.stringify(rows)],
    );
    return written.length;
  }
}
