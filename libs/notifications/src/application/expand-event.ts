import { MailTokens } from '#accounts';
import type { EventType, OwedEvent } from '#contracts';
import { Database } from '#database';
import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DeliveryWriter } from '../persistence/delivery-writer.js';
import { allPlans } from '../plans/all-plans.js';
import type { Plan } from '../plans/plan.js';

/** Turns an event into one delivery for each recipient. Runs in the transaction of the handler's mark. */
@Injectable()
export class ExpandEvent {
  constructor(
    private readonly db: Database,
    private readonly tokens: MailTokens,
    private readonly clock: Clock,
    private readonly deliveries: DeliveryWriter,
  ) {}

  /** Writes the deliveries that the event owes and that are not there yet; answers how many were written. */
  async execute(event: OwedEvent): Promise<number> {
    const plan = allPlans[event.type] as Plan<EventType> | undefined;
    if (plan === undefined) return 0;
    const planned = await plan(event, { db: this.db, tokens: this.tokens, now: this.clock.now() });
    return this.deliveries.write(event, planned);
  }
}
