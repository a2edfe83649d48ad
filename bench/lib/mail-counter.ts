import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { findFreePort } from '../../apps/standalone/src/embedded-postgres/free-port.js';

/** A mail server on 127.0.0.1 that takes everything and keeps nothing but how often each mail came. */
export class MailCounter {
  /** When the last mail came, by `performance.now()`. */
  lastAt = 0;
  private readonly times = new Map<string, number>();
  private readonly server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    maxClients: 100,
    onData: (stream, session, done) => {
      let head = '';
      stream.on('data', (chunk: Buffer) => {
        if (!head.includes('\r\n\r\n')) head += chunk.toString('latin1');
      });
      stream.on('end', () => {
        const id = /^message-id:\s*(<[^>]+>)/imu.exec(head)?.[1] ?? '';
        for (const { address } of session.envelope.rcptTo) this.count(`${id} ${address.toLowerCase()}`);
        this.lastAt = performance.now();
        done();
      });
    },
  });

  private constructor(private readonly port: number) {}

  static async start(): Promise<MailCounter> {
    const counter = new MailCounter(await findFreePort());
    counter.server.listen(counter.port, '127.0.0.1');
    await once(counter.server.server, 'listening');
    return counter;
  }

  /** The address of the server. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Mails that came, each recipient and `Message-ID` once. */
  get distinct(): number {
    return this.times.size;
  }

  /** Copies beyond the first. */
  get duplicates(): number {
    let copies = 0;
    for (const times of this.times.values()) copies += times - 1;
    return copies;
  }

  /** Whether a mail came. */
  has(messageId: string, address: string): boolean {
    return this.times.has(`${messageId} ${address.toLowerCase()}`);
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
  }

  private count(mail: string): void {
    this.times.set(mail, (this.times.get(mail) ?? 0) + 1);
  }
}
