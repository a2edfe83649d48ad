import { setTimeout as sleep } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { findFreePort } from '../../apps/standalone/src/embedded-postgres/free-port.js';

/** A mail as it arrived. */
export interface CaughtMail {
  readonly from: string;
  /** Addresses of the envelope. */
  readonly to: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Everything else: headers, attachments. */
  readonly parsed: ParsedMail;
  /** As it came over the wire. */
  readonly raw: string;
}

/** What the server does with the next mails. */
export interface SmtpBehaviour {
  /** Answer to a mail's end: 250 takes it, 4xx defers, 5xx refuses for good. */
  readonly answer?: number;
  /** Milliseconds between a mail's end and the answer. */
  readonly delayMs?: number;
  /** Take the mail, then cut the connection instead of answering. */
  readonly hangUp?: boolean;
}

/** A mail server of one suite that keeps what it takes, and misbehaves on demand. */
export class TestSmtp {
  /** What was taken, in order. */
  readonly mails: CaughtMail[] = [];
  /** Mails offered, taken or not. */
  offered = 0;
  private plan: { behaviour: SmtpBehaviour; left: number } | undefined;
  private recipientAnswer = 250;
  private server: SMTPServer | undefined;

  private constructor(private readonly port: number) {}

  /** Starts a server on 127.0.0.1 and a free port. */
  static async start(): Promise<TestSmtp> {
    const smtp = new TestSmtp(await findFreePort());
    await smtp.resume();
    return smtp;
  }

  /** The address of the server. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Behaves so for the next `times` mails, then takes mails again. */
  behave(behaviour: SmtpBehaviour, times = Number.POSITIVE_INFINITY): void {
    this.plan = { behaviour, left: times };
  }

  /** Answers every recipient (not the mail's end) with this code. */
  refuseRecipients(code: number): void {
    this.recipientAnswer = code;
  }

  /** Takes every mail again. */
  behaveWell(): void {
    this.plan = undefined;
    this.recipientAnswer = 250;
  }

  /** The mails to one address. */
  to(address: string): CaughtMail[] {
    return this.mails.filter((mail) => mail.to.includes(address));
  }

  /** Waits until a number of mails (that fit) has arrived, and hands them back. */
  async waitFor(
    count: number,
    fits: (mail: CaughtMail) => boolean = () => true,
    timeoutMs = 15_000,
  ): Promise<CaughtMail[]> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const found = this.mails.filter(fits);
      if (found.length >= count) return found;
      if (Date.now() > deadline) {
        const subjects = this.mails.map((mail) => `${mail.to.join(',')}: ${mail.subject}`).join('\n');
        throw new Error(
          `${found.length} of ${count} mails arrived in ${timeoutMs} ms. There are:\n${subjects}`,
        );
      }
      await sleep(25);
    }
  }

  /** Forgets the mails taken so far. */
  clear(): void {
    this.mails.length = 0;
    this.offered = 0;
  }

  /** Refuses connections until `resume`. */
  async pause(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server === undefined) return;
    for (const connection of server.connections) connection.close();
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  }

  /** Listens again on the same port. */
  async resume(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      onRcptTo: (_recipient, _session, callback) => {
        const code = this.recipientAnswer;
        if (code < 400) callback();
        else callback(Object.assign(new Error('No such mailbox'), { responseCode: code }));
      },
      onData: (stream, session, callback) => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        const to = rcptTo.map((recipient) => recipient.address);
        const hangUp = () => {
          for (const connection of server.connections) connection.close();
        };
        this.receive(stream, from, to, hangUp).then(() => {
          callback();
        }, callback);
      },
    });
    server.on('error', () => undefined);
    this.server = server;
    await new Promise<void>((resolve) => {
      server.listen(this.port, '127.0.0.1', resolve);
    });
  }

  /** Stops the server. */
  stop(): Promise<void> {
    return this.pause();
  }

  private async receive(
    stream: SMTPServerDataStream,
    from: string,
    to: string[],
    hangUp: () => void,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    this.offered += 1;
    const { answer = 250, delayMs = 0, hangUp: cut = false } = this.nextBehaviour();
    if (answer >= 400) throw Object.assign(new Error('Refused on demand'), { responseCode: answer });
    const raw = Buffer.concat(chunks).toString('utf8');
    const parsed = await simpleParser(raw);
    const { messageId = '', subject = '', text = '', html = '' } = parsed;
    this.mails.push({ from, to, messageId, subject, text, html: html === false ? '' : html, parsed, raw });
    if (cut) hangUp();
    if (delayMs > 0) await sleep(delayMs);
  }

  private nextBehaviour(): SmtpBehaviour {
    if (this.plan === undefined) return {};
    const { behaviour, left } = this.plan;
    this.plan = left <= 1 ? undefined : { behaviour, left: left - 1 };
    return behaviour;
  }
}
