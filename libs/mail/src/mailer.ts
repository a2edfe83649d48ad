import { MailConfig } from '#config';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { cleanLine, cleanName } from './clean-name.js';
import { classifyFailure } from './mail-failure.js';
import type { MailAddress, OutgoingMail } from './outgoing-mail.js';

/** RFC 5321 lets a server think for minutes before it answers; giving up too early is what makes copies. */
const ANSWER_TIMEOUT_MS = 180_000;
const CONNECT_TIMEOUT_MS = 15_000;
const CONNECTIONS = 5;

const addressObject = ({ name, address }: MailAddress) => ({ name: cleanName(name), address });

function pooledTransport(url: string) {
  const server = new URL(url);
  const secure = server.protocol === 'smtps:';
  const user = decodeURIComponent(server.username);
  return createTransport({
    pool: true,
    host: server.hostname,
    port: server.port === '' ? (secure ? 465 : 587) : Number(server.port),
    secure,
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(server.password) } }),
    maxConnections: CONNECTIONS,
    maxMessages: 100,
    // The database decides about another attempt; one hidden in here could not be told from a copy.
    maxRequeues: 0,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    dnsTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: ANSWER_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Hands mails to the mail server. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: ReturnType<typeof pooledTransport> | null = null;

  constructor(private readonly config: MailConfig) {}

  /**
   * Sends one mail; resolves once the server has said that it takes it.
   *
   * @throws MailFailure that says whether another attempt makes sense
   */
  async send(mail: OutgoingMail): Promise<void> {
    this.transport ??= pooledTransport(this.config.smtpUrl);
    try {
      await this.transport.sendMail({
        from: addressObject({
          name: mail.fromName ?? this.config.fromName,
          address: this.config.fromAddress,
        }),
        to: addressObject(mail.to),
        ...(mail.replyTo === undefined ? {} : { replyTo: addressObject(mail.replyTo) }),
        subject: cleanLine(mail.subject),
        html: mail.html,
        text: mail.text,
        messageId: mail.messageId,
        headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
        ...(mail.calendar === undefined
          ? {}
          : {
              icalEvent: {
                method: mail.calendar.method,
                content: mail.calendar.content,
                filename: 'invite.ics',
              },
            }),
      });
    } catch (error) {
      throw classifyFailure(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
    this.transport = null;
  }
}
