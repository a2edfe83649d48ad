import type { EventJobPayload } from '#contracts';
import { Database } from '#database';
import { Clock } from '#kernel';
import { MatchingModule } from '#matching';
import { DueDeliveries, NotificationsModule } from '#notifications';
import type { JobHandler } from '#queue';
import type { TestingModule } from '@nestjs/testing';
import { jest } from '@jest/globals';
import { AdvanceEnrolmentProcessor } from '../../apps/worker/src/matching/advance-enrolment.processor.js';
import { ExpandEventProcessor } from '../../apps/worker/src/notifications/expand-event.processor.js';
import { SendEmailProcessor } from '../../apps/worker/src/notifications/send-email.processor.js';
import { startFeatures } from './feature-module.js';
import { MatchingWorld } from './matching-world.js';
import type { MovableClock } from './movable-clock.js';
import { type CaughtMail, TestSmtp } from './smtp.js';

/**
 * The production API over HTTP, and the worker's handlers without queues, on one database and one clock that the test moves:
 * what is due by that clock is done in the order in which it became due.
 */
export class EnrolmentApp {
  private constructor(
    readonly world: MatchingWorld,
    readonly smtp: TestSmtp,
    readonly clock: MovableClock,
    private readonly module: TestingModule,
  ) {}

  static async start(now: Date): Promise<EnrolmentApp> {
    const smtp = await TestSmtp.start();
    const world = await MatchingWorld.start();
    const { module, clock } = await startFeatures({
      imports: [MatchingModule, NotificationsModule],
      providers: [AdvanceEnrolmentProcessor, ExpandEventProcessor, SendEmailProcessor],
      database: { url: world.api.config.database.url, drop: () => Promise.resolve() },
      now,
      variables: {
        SMTP_URL: smtp.url,
        PUBLIC_URL: 'https://rapport.test',
        MAIL_FROM_ADDRESS: 'hello@rapport.test',
      },
    });
    // Signing in goes by the real clock, so only what asks the application's own clock is moved.
    jest.spyOn(world.api.app.get(Clock, { strict: false }), 'now').mockImplementation(() => clock.now());
    return new EnrolmentApp(world, smtp, clock, module);
  }

  get db(): Database {
    return this.module.get(Database);
  }

  /** Moves the clock there, with everything that becomes due on the way, and answers the mails that were sent. */
  async until(instant: string): Promise<CaughtMail[]> {
    const before = this.smtp.mails.length;
    const end = new Date(instant);
    for (;;) {
      const [next] = await this.db.query<{ id: string; type: string; due_at: Date }>(
        `SELECT id, type, due_at FROM outbox_event WHERE done_at IS NULL AND due_at <= $1
           AND (type LIKE 'cohort.%') ORDER BY due_at, created_at, id LIMIT 1`,
        [end],
      );
      if (next === undefined) break;
      if (next.due_at > this.clock.now()) this.clock.set(next.due_at);
      await this.ring(next.id, next.type);
    }
    this.clock.set(end);
    return this.smtp.mails.slice(before);
  }

  /** Lets a handler hear a bell, as often as it likes. */
  async ring(eventId: string, type: string): Promise<void> {
    const handler: JobHandler<EventJobPayload> = this.module.get(
      type === 'cohort.step-due.v1' ? AdvanceEnrolmentProcessor : ExpandEventProcessor,
    );
    await handler.handle({ eventId }, new AbortController().signal);
    const due = await this.module.get(DueDeliveries).takeDue(1_000);
    for (const { id } of due) await this.module.get(SendEmailProcessor).handle({ deliveryId: id });
  }

  async stop(): Promise<void> {
    await this.module.close();
    await this.smtp.stop();
    await this.world.stop();
  }
}

/** The links of the plain version of a mail, as paths, by the words on them. */
export function linksOf(mail: CaughtMail): string[] {
  return (mail.text.match(/https:\/\/rapport\.test\/\S+/g) ?? []).map((link) =>
    link.replace('https://rapport.test', ''),
  );
}
