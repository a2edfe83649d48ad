import { StreamsConfig } from '#config';
import { UnavailableError } from '#http';
import { type Logger, LOGGER } from '#observability';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { FollowerRights } from './follower-rights.js';
import { progressKey, type ProgressTarget } from './progress.js';
import { TooManyStreamsError } from './progress.errors.js';
import { ProgressQueries } from './progress.queries.js';
import { type Follower, ProgressStream } from './progress-stream.js';

const LOOK_MS = 1_000;

/**
 * The open streams of this process. One look a second at PostgreSQL serves all of them, so it doesn't matter which process
 * works and which one is asked; with no stream open nobody looks.
 */
@Injectable()
export class ProgressStreams implements OnModuleDestroy {
  private readonly open = new Set<ProgressStream>();
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private lastBeat = 0;
  private closing = false;

  constructor(
    private readonly config: StreamsConfig,
    private readonly queries: ProgressQueries,
    private readonly rights: FollowerRights,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Answers with a stream of states until the last one; a client that has seen the last one already gets a 204, which tells
   * it to stay away.
   *
   * @throws `unknown` when there is no such thing in the program, TooManyStreamsError, UnavailableError
   */
  async follow(
    target: ProgressTarget,
    follower: Follower,
    response: Response,
    { lastEventId, unknown }: { readonly lastEventId: string | null; readonly unknown: () => Error },
  ): Promise<void> {
    const state = (await this.queries.read([target])).get(progressKey(target));
    if (state === undefined) throw unknown();
    if (state.final && state.eventId === lastEventId) {
      response.status(204).end();
      return;
    }
    if (this.closing) throw new UnavailableError();
    const { accountId } = follower.actor;
    const own = [...this.open].filter((one) => one.follower.actor.accountId === accountId);
    if (own.length >= this.config.perPerson) throw new TooManyStreamsError(this.config.perPerson);
    const stream = new ProgressStream(target, follower, response, lastEventId);
    this.open.add(stream);
    response.once('close', () => {
      this.open.delete(stream);
    });
    stream.tell(state);
    this.schedule();
  }

  /** Ends every stream, so that the process can end; clients come back to another one. */
  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    for (const stream of this.open) stream.end();
    await this.round;
  }

  private schedule(): void {
    if (this.timer !== null || this.closing || this.open.size === 0) return;
    const wait = Math.min(LOOK_MS, this.config.heartbeatMs);
    this.timer = setTimeout(() => {
      this.round = this.look()
        // PostgreSQL may be away for a while; streams stay open and go on when it is back.
        .catch((error: unknown) => {
          this.logger.warn({ err: error }, 'progress could not be read');
        })
        .finally(() => {
          this.timer = null;
          this.schedule();
        });
    }, wait);
  }

  private async look(): Promise<void> {
    if (performance.now() - this.lastBeat >= this.config.heartbeatMs) {
      this.lastBeat = performance.now();
      await this.beat([...this.open]);
    }
    const streams = [...this.open];
    const states = await this.queries.read(streams.map(({ target }) => target));
    for (const stream of streams) {
      const state = states.get(progressKey(stream.target));
      if (state === undefined) stream.end();
      else stream.tell(state);
    }
  }

  private async beat(streams: readonly ProgressStream[]): Promise<void> {
    const kept = await this.rights.keep(streams.map(({ follower }) => follower));
    for (const [place, stream] of streams.entries())
      if (kept.has(place)) stream.beat();
      else stream.end();
  }
}
