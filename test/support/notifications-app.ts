import { AuthConfig } from '#config';
import type { EventPayloads, EventType, OwedEvent } from '#contracts';
import { Database } from '#database';
import { DueDeliveries, ExpandEvent, NotificationsModule, SendDelivery } from '#notifications';
import { Outbox, OwedEvents } from '#outbox';
import { SessionsModule } from '#sessions';
import type { TestingModule } from '@nestjs/testing';
import { ExpandEventProcessor } from '../../apps/worker/src/notifications/expand-event.processor.js';
import { ExpandMailingProcessor } from '../../apps/worker/src/notifications/expand-mailing.processor.js';
import { SendEmailProcessor } from '../../apps/worker/src/notifications/send-email.processor.js';
import { startFeatures } from './feature-module.js';
import type { MovableClock } from './movable-clock.js';
import { createTestDatabase, type TestDatabase } from './postgres.js';
import { type CaughtMail, TestSmtp } from './smtp.js';

/** A row of `delivery`. */
export interface DeliveryRow {
  id: string;
  kind: string;
  state: string;
  account_id: string | null;
  message_id: string;
  attempts: number;
  last_error: string | null;
  subject: Record<string, string | number>;
  due_in_s: number;
}

/** What an event has besides its type and payload. */
interface EventOptions {
  readonly programId?: string | null;
  readonly subjectId?: string;
  readonly dueAt?: Date;
  readonly dedupeKey?: string;
}

/** The worker's part that tells people, on a database and a mail server of its own, without queues. */
export class NotificationsApp {
  private constructor(
    readonly module: TestingModule,
    readonly smtp: TestSmtp,
    readonly clock: MovableClock,
    readonly databaseUrl: string,
    private readonly drop: () => Promise<void>,
  ) {}

  /** @param database what it works on; one of its own when missing */
  static async start(now = new Date(), database?: TestDatabase): Promise<NotificationsApp> {
    database ??= await createTestDatabase();
    const smtp = await TestSmtp.start();
    const { module, clock } = await startFeatures({
      imports: [NotificationsModule, SessionsModule],
      providers: [ExpandEventProcessor, ExpandMailingProcessor, SendEmailProcessor],
      database,
      now,
      variables: {
        SMTP_URL: smtp.url,
        PUBLIC_URL: 'https://rapport.test',
        MAIL_FROM_ADDRESS: 'hello@rapport.test',
      },
    });
    return new NotificationsApp(module, smtp, clock, database.url, () => database.drop());
  }

  get db(): Database {
    return this.module.get(Database);
  }

  get secret(): string {
    return this.module.get(AuthConfig).secret;
  }

  /** Writes an event as a use case would, and answers its id. */
  async append<T extends EventType>(
    type: T,
    payload: EventPayloads[T],
    more: EventOptions = {},
  ): Promise<string> {
    const subjectId = more.subjectId ?? String(Object.values(payload)[0]);
    await this.module.get(Outbox).append({ type, payload, programId: null, ...more, subjectId });
    const [row] = await this.db.query<{ id: string }>(
      `SELECT id FROM outbox_event WHERE type = $1 AND subject_id = $2 ORDER BY created_at DESC, id DESC LIMIT 1`,
      [type, subjectId],
    );
    return row!.id;
  }

  /** Expands an event without the handler's mark, as a handler that runs twice by mistake would. */
  async expandAgain(eventId: string): Promise<number> {
    const event = await this.module.get(OwedEvents).find(eventId);
    return this.module.get(ExpandEvent).execute(event as OwedEvent);
  }

  /** Runs the handler of an event's job. */
  expand(eventId: string): Promise<void> {
    return this.module.get(ExpandEventProcessor).handle({ eventId }, new AbortController().signal);
  }

  /** Runs the handler of a step of a mailing. */
  expandMailing(eventId: string, signal = new AbortController().signal): Promise<void> {
    return this.module.get(ExpandMailingProcessor).handle({ eventId }, signal);
  }

  /** Runs the handler of a mail's job. */
  send(deliveryId: string): Promise<void> {
    return this.module.get(SendEmailProcessor).handle({ deliveryId });
  }

  /** Appends and expands; answers the deliveries. */
  async owe<T extends EventType>(
    type: T,
    payload: EventPayloads[T],
    more: EventOptions = {},
  ): Promise<DeliveryRow[]> {
    const eventId = await this.append(type, payload, more);
    await this.expand(eventId);
    return this.deliveries(eventId);
  }

  /** Appends, expands and sends; answers the mails that came. */
  async tell<T extends EventType>(
    type: T,
    payload: EventPayloads[T],
    more: EventOptions = {},
  ): Promise<CaughtMail[]> {
    const before = this.smtp.mails.length;
    for (const { id } of await this.owe(type, payload, more)) await this.send(id);
    return this.smtp.mails.slice(before);
  }

  deliveries(eventId?: string): Promise<DeliveryRow[]> {
    return this.db.query<DeliveryRow>(
      `SELECT id, kind, state, account_id, message_id, attempts, last_error, subject,
         extract(epoch FROM next_attempt_at - now())::float AS due_in_s
       FROM delivery WHERE $1::uuid IS NULL OR event_id = $1 ORDER BY id`,
      [eventId ?? null],
    );
  }

  async delivery(id: string): Promise<DeliveryRow> {
    const all = await this.deliveries();
    return all.find((one) => one.id === id)!;
  }

  /** Makes every waiting mail due now. */
  async makeDue(): Promise<void> {
    await this.db.query(
      `UPDATE delivery SET next_attempt_at = now(), next_ring_at = now() WHERE state = 'pending'`,
    );
  }

  /** What the bell would ring for. */
  async due(limit = 100): Promise<string[]> {
    const due = await this.module.get(DueDeliveries).takeDue(limit);
    return due.map((one) => one.id);
  }

  get sendDelivery(): SendDelivery {
    return this.module.get(SendDelivery);
  }

  async stop(): Promise<void> {
    await this.module.close();
    await this.smtp.stop();
    await this.drop();
  }
}
