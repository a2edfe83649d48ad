import type { Database } from '#database';
import { Clock } from '#kernel';
import type { INestApplicationContext } from '@nestjs/common';

const TICK_MS = 40;

/**
 * Lets a test move the time of whole programs. Their clocks show it, and what is due by it rings, although the database's
 * own clock is elsewhere; start it before anything has happened, ahead of that clock.
 */
export class MovingTime {
  private readonly timer: NodeJS.Timeout;
  private ringing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly db: Database,
    private instant: Date,
  ) {
    this.timer = setInterval(() => {
      this.ringing = this.ringing.then(() => this.ring());
    }, TICK_MS);
  }

  static begin(db: Database, instant: string, apps: readonly INestApplicationContext[]): MovingTime {
    const time = new MovingTime(db, new Date(instant));
    for (const app of apps) app.get(Clock, { strict: false }).now = () => time.now;
    return time;
  }

  get now(): Date {
    return new Date(this.instant);
  }

  set(instant: string | Date): void {
    this.instant = new Date(instant);
  }

  /** Waits until nothing that is due is undone, mails included. */
  async settled(): Promise<void> {
    for (;;) {
      const [left] = await this.db.query<{ count: number }>(
        `SELECT ((SELECT count(*) FROM outbox_event WHERE done_at IS NULL AND due_at <= $1)
           + (SELECT count(*) FROM delivery WHERE state IN ('pending', 'claimed')))::int AS count`,
        [this.instant],
      );
      if (left?.count === 0) return;
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.ringing;
  }

  private async ring(): Promise<void> {
    await this.db.query(
      `UPDATE outbox_event SET next_ring_at = now() - interval '1 second'
       WHERE done_at IS NULL AND due_at <= $1 AND next_ring_at > now() AND rings = 0`,
      [this.instant],
    );
  }
}
