import { DAY_MS } from '#availability';
import { Database } from '#database';
import { Clock } from '#kernel';
import { type MailingState, mailingMachine } from '#lifecycle';
import { Outbox } from '#outbox';
import type { OwedEvent } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DeliveryWriter } from '../persistence/delivery-writer.js';
import type { MailingStep } from './mailing-text.js';
import { type Segment, type SegmentRow, segmentSql, segmentValues } from './segment.js';

/** People of one transaction: few, so that a worker that dies loses little and holds nobody up. */
const BATCH = 500;

interface MailingRow {
  program_id: string;
  segment: Segment;
  steps: MailingStep[];
  state: MailingState;
  send_at: Date;
}

type StepDue = OwedEvent<'mailing.step-due.v1'>;

/** Turns a step of a mailing into one delivery for each person, a batch at a time. */
@Injectable()
export class ExpandMailing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly deliveries: DeliveryWriter,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Writes the deliveries of the next people, in a transaction of its own; those that are there already stay as they are.
   *
   * @param after the key at which the batch before ended; '' at first
   * @returns where to go on, or null when everybody was there or the mailing was called off
   */
  async writeBatch(event: StepDue, after: string): Promise<string | null> {
    return this.db.transaction(async () => {
      const mailing = await this.find(event, 'FOR SHARE');
      if (mailing === null) return null;
      const people = await this.peopleAfter(event, mailing, after);
      const { mailingId, step } = event.payload;
      const planned = people.map((person) => ({
        kind: 'mailing' as const,
        accountId: person.account_id,
        recipientKey: person.recipient_key,
        subject: { mailingId, step, aboutId: person.about_id },
      }));
      await this.deliveries.write(event, planned, mailingId);
      return people.length < BATCH ? null : (people.at(-1)?.recipient_key ?? null);
    });
  }

  /** Owes the next step, or ends the mailing. Call it in the transaction of the handler's mark. */
  async finishStep(event: StepDue): Promise<void> {
    const mailing = await this.find(event, 'FOR UPDATE');
    if (mailing === null) return;
    const { mailingId, step } = event.payload;
    const next = mailing.steps[step + 1];
    await this.move(mailingId, mailing.state, step === 0 ? ['begin'] : ['continue'], next === undefined);
    if (next === undefined) return;
    await this.outbox.append({
      type: 'mailing.step-due.v1',
      payload: { mailingId, step: step + 1 },
      programId: mailing.program_id,
      subjectId: mailingId,
      dedupeKey: `mailing.step:${mailingId}:${step + 1}`,
      dueAt: new Date(mailing.send_at.getTime() + next.afterDays * DAY_MS),
    });
  }

  private async find(event: StepDue, lock: 'FOR SHARE' | 'FOR UPDATE'): Promise<MailingRow | null> {
    const [row] = await this.db.query<MailingRow>(
      `SELECT program_id, segment, steps, state, send_at FROM mailing
       WHERE id = $1 AND state IN ('scheduled', 'sending') ${lock}`,
      [event.payload.mailingId],
    );
    return row ?? null;
  }

  /** Later mails go to those who were to get the first and still belong to the segment: who has done it is left in peace. */
  private async peopleAfter(event: StepDue, mailing: MailingRow, after: string): Promise<SegmentRow[]> {
    const { mailingId, step } = event.payload;
    const values = segmentValues(mailing.program_id, mailing.segment, this.clock.now());
    return this.db.query<SegmentRow>(
      `SELECT s.recipient_key, s.account_id, s.about_id, s.email FROM (${segmentSql(mailing.segment)}) s
       WHERE s.recipient_key > $7 AND ($8 = 0 OR EXISTS (
         SELECT 1 FROM delivery d WHERE d.mailing_id = $9 AND d.recipient_key = s.recipient_key
           AND d.subject->>'step' = '0' AND d.state IN ('pending', 'claimed', 'sent')))
       ORDER BY s.recipient_key LIMIT ${BATCH}`,
      [...values, after, step, mailingId],
    );
  }

  private async move(
    id: string,
    from: MailingState,
    events: readonly ('begin' | 'continue' | 'finish')[],
    isLast: boolean,
  ): Promise<void> {
    let state = from;
    for (const event of isLast ? [...events, 'finish' as const] : events) {
      const next = mailingMachine.transition(state, event);
      if (next.ok) state = next.value;
    }
    await this.db.query(
      `UPDATE mailing SET state = $2, version = version + 1,
         finished_at = CASE WHEN $2 = 'sent' THEN $3::timestamptz END WHERE id = $1`,
      [id, state, this.clock.now()],
    );
  }
}
