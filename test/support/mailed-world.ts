import { MatchingWorld } from './matching-world.js';
import { MovingTime } from './moving-time.js';
import { type CaughtMail, TestSmtp } from './smtp.js';
import type { TestPerson } from './api-app.js';

/** A program with a worker that mails to a server of its own, and a time that the test moves. */
export class MailedWorld {
  private constructor(
    readonly world: MatchingWorld,
    readonly smtp: TestSmtp,
    readonly time: MovingTime,
  ) {}

  static async start(instant: string): Promise<MailedWorld> {
    const smtp = await TestSmtp.start();
    const world = await MatchingWorld.start({ SMTP_URL: smtp.url, WORKER_POLL_MS: '50' });
    const worker = await world.startWorker();
    return new MailedWorld(world, smtp, MovingTime.begin(world.db, instant, [world.api.app, worker]));
  }

  /** Goes on with an empty program and without mails. */
  async begin(instant: string): Promise<void> {
    await this.goTo(instant);
    await this.world.newProgram();
    this.smtp.clear();
  }

  /** Moves the time; whoever is signed in would have been signed out on the way. */
  async goTo(instant: string): Promise<void> {
    this.time.set(instant);
    this.world.owner = await this.world.api.signIn(this.world.owner.accountId);
  }

  /** Waits until everything that is due is done, then answers the mails about something to somebody. */
  async told(subject: RegExp, participationId?: string): Promise<CaughtMail[]> {
    await this.time.settled();
    const address = participationId === undefined ? null : await this.addressOf(participationId);
    return this.smtp.mails.filter(
      (mail) => subject.test(mail.subject) && (address === null || mail.to.includes(address)),
    );
  }

  async addressOf(participationId: string): Promise<string> {
    const [row] = await this.world.db.query<{ email: string }>(
      `SELECT a.email FROM participation p JOIN account a ON a.id = p.account_id WHERE p.id = $1`,
      [participationId],
    );
    return row!.email;
  }

  signIn(participationId: string): Promise<TestPerson> {
    return this.world.signIn(participationId);
  }

  async stop(): Promise<void> {
    await this.time.stop();
    await this.world.stop();
    await this.smtp.stop();
  }
}

/** The words of a mail in one line. */
export const inOneLine = ({ text }: CaughtMail): string => text.replaceAll(/\s+/g, ' ');
