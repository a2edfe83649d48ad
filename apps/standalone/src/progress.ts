import type { Shutdown } from './shutdown.js';

/** Says what the start-up does, and how long each step took. */
export class Progress {
  private readonly begun = performance.now();

  /** @param say where a line goes */
  constructor(
    private readonly say: (line: string) => void,
    private readonly shutdown: Shutdown,
  ) {}

  /** Does one step of the start-up, unless somebody has asked us to stop. */
  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.shutdown.signal.throwIfAborted();
    const before = this.seconds();
    const result = await this.shutdown.during(work());
    this.say(`  ${name.padEnd(14)}${(this.seconds() - before).toFixed(1)} s`);
    return result;
  }

  /** Seconds since the start. */
  seconds(): number {
    return (performance.now() - this.begun) / 1000;
  }
}
