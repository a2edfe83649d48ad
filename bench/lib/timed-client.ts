import { Agent, request } from 'node:http';

/** An answer, and how long it took from sending to its last byte, in milliseconds. */
export interface TimedAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly ms: number;
}

/** Somebody signed in who keeps one connection. */
export class TimedClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  /** @param version for If-Match; @throws Error unless the answer is a success */
  async send(
    method: 'GET' | 'PUT',
    path: string,
    body?: object,
    version: number | null = null,
  ): Promise<TimedAnswer> {
    const sent = body === undefined ? '' : JSON.stringify(body);
    const started = performance.now();
    const { status, text } = await this.exchange(method, path, sent, {
      Authorization: `Bearer ${this.token}`,
      ...(sent === ''
        ? {}
        : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(sent) }),
      ...(version === null ? {} : { 'If-Match': `"${version}"` }),
    });
    const ms = performance.now() - started;
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return { status, body: JSON.parse(text) as unknown, ms };
  }

  close(): void {
    this.agent.destroy();
  }

  private exchange(
    method: string,
    path: string,
    body: string,
    headers: Readonly<Record<string, string | number>>,
  ): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const outgoing = request(`${this.origin}${path}`, { method, headers, agent: this.agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
        });
        answer.on('error', reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
}
