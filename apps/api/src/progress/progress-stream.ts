import type { ProgramActor } from '#programs';
import type { Response } from 'express';
import type { ProgressState, ProgressTarget } from './progress.js';

/** After how long a client comes back when the connection ends before the last state. */
const RETRY_MS = 2_000;

/** Whoever follows something, and how they proved who they are. */
export interface Follower {
  readonly actor: ProgramActor;
  readonly authorization: string | undefined;
}

/** One open answer of the type `text/event-stream` (WHATWG HTML, server-sent events). */
export class ProgressStream {
  private told: string | null;

  /** @param lastEventId what the client has seen already */
  constructor(
    readonly target: ProgressTarget,
    readonly follower: Follower,
    private readonly response: Response,
    lastEventId: string | null,
  ) {
    this.told = lastEventId;
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // Proxies that collect an answer before they hand it on would keep it for ever.
      'X-Accel-Buffering': 'no',
    });
    response.write(`retry: ${RETRY_MS}\n\n`);
  }

  /** Tells a state that is new to the client; after the last one the answer ends. */
  tell({ eventId, final, json }: ProgressState): void {
    // A client that reads slowly is told the state as it is when it has read the one before.
    if (this.response.writableNeedDrain && !final) return;
    if (eventId !== this.told)
      this.response.write(`id: ${eventId}\nevent: ${final ? 'end' : 'progress'}\ndata: ${json}\n\n`);
    this.told = eventId;
    if (final) this.end();
  }

  /** A sign of life; who has read nothing since the last one is let go. */
  beat(): void {
    if (this.response.writableNeedDrain) this.response.destroy();
    else this.response.write(': alive\n\n');
  }

  end(): void {
    this.response.end();
  }
}
