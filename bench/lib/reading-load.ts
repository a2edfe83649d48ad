import { setTimeout as sleep } from 'node:timers/promises';
import { percentile, rounded } from './statistics.js';

/** How long reads took, in milliseconds. */
export interface Latency {
  readonly reads: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
  readonly most_ms: number;
}

/** Reads again and again with a pause, one read at a time, and remembers how long each took. */
export class ReadingLoad {
  private readonly times: number[] = [];
  private stopped = false;
  private readonly loop: Promise<void>;

  constructor(read: () => Promise<void>, pauseMs: number) {
    this.loop = this.run(read, pauseMs);
  }

  /** Ends it. @returns what was measured */
  async stop(): Promise<Latency> {
    this.stopped = true;
    await this.loop;
    return {
      reads: this.times.length,
      p50_ms: rounded(percentile(this.times, 50)),
      p95_ms: rounded(percentile(this.times, 95)),
      p99_ms: rounded(percentile(this.times, 99)),
      most_ms: rounded(Math.max(...this.times)),
    };
  }

  private async run(read: () => Promise<void>, pauseMs: number): Promise<void> {
    while (!this.stopped) {
      const started = performance.now();
      await read();
      this.times.push(performance.now() - started);
      await sleep(pauseMs);
    }
  }
}
