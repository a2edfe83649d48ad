/** One event of a stream. */
export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Reads server-sent events from a real connection. */
export class EventStream {
  /** Everything that came, in order. */
  readonly events: StreamEvent[] = [];
  /** Signs of life. */
  beats = 0;
  /** Resolves when the server has ended the answer, or the connection was cut. */
  readonly closed: Promise<void>;

  private constructor(
    readonly status: number,
    readonly headers: Headers,
    body: ReadableStream<Uint8Array> | null,
    private readonly cut: AbortController,
  ) {
    this.closed = body === null ? Promise.resolve() : this.read(body).catch(() => undefined);
  }

  static async open(
    url: string,
    headers: Readonly<Record<string, string>>,
    lastEventId?: string,
  ): Promise<EventStream> {
    const cut = new AbortController();
    const answer = await fetch(url, {
      headers: { ...headers, ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }) },
      signal: cut.signal,
    });
    return new EventStream(answer.status, answer.headers, answer.body, cut);
  }

  /** The next state that fits, also one that came before; fails after half a minute. */
  async until(fits: (event: StreamEvent) => boolean): Promise<StreamEvent> {
    for (let tries = 0; tries < 1_200; tries += 1) {
      const found = this.events.find(fits);
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no such event among ${JSON.stringify(this.events)}`);
  }

  /** Goes away. */
  async leave(): Promise<void> {
    this.cut.abort();
    await this.closed;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    if (block.startsWith(':')) this.beats += 1;
    const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s)));
    const { id, event, data } = fields as Record<string, string | undefined>;
    if (id === undefined || event === undefined || data === undefined) return;
    this.events.push({ id, event, data: JSON.parse(data) as Record<string, unknown> });
  }
}
