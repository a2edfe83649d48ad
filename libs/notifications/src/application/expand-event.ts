import { MailTokens } from '#accounts';
import { MailConfig } from '#config';
import type { EventType, OwedEvent } from '#contracts';
import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { allPlans } from '../plans/all-plans.js';
import type { Plan } from '../plans/plan.js';

/** Turns an event into one delivery for each recipient. Runs in the transaction of the handler's mark. */
@Injectable()
export class ExpandEvent {
  private readonly host: string;

  constructor(
    private readonly db: Database,
    private readonly tokens: MailTokens,
    private readonly clock: Clock,
    private readonly ids: Ids,
    config: MailConfig,
  ) {
    this.host = config.fromAddress.slice(config.fromAddress.lastIndexOf('@') + 1);
  }

  /** Writes the deliveries that the event owes and that are not there yet; answers how many were written. */
  async execute(event: OwedEvent): Promise<number> {
    const plan = allPlans[event.type] as Plan<EventType> | undefined;
    if (plan === undefined) return 0;
    const planned = await plan(event, { db: this.db, tokens: this.tokens, now: this.clock.now() });
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
      `INSERT INTO delivery (id, event_id, program_id, recipient_key, account_id, channel, kind, subject, state, message_id,
         next_attempt_at, next_ring_at, created_at)
       SELECT id, $1, $2, recipient_key, account_id, 'email', kind, subject, 'pending', message_id, now(), now(), now()
       FROM jsonb_to_recordset($3::jsonb) AS d(id uuid, recipient_key text, account_id uuid, kind text, subject jsonb,
         message_id text)
       ON CONFLICT ON CONSTRAINT delivery_intent_key DO NOTHING RETURNING id`,
      [event.id, event.programId, JSON.stringify(rows)],
    );
    return written.length;
  }
}
