/** Repeats a step with a pause between; a failing step is reported and the loop goes on. */
export class PollLoop {
  private running: Promise<void> | null = null;
  private stopped = false;
  private wake: () => void = () => undefined;

  /**
   * @param step one round; answers whether there is probably more to do at once
   * @param pauseMs milliseconds to wait after a round that found nothing more
   */
  constructor(
    private readonly step: () => Promise<boolean>,
    private readonly pauseMs: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Ends the loop after the round under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const more = await this.round();
      if (!more) await this.pause();
    }
  }

  private async round(): Promise<boolean> {
    try {
      return await this.step();
    } catch (error) {
      this.onError(error);
      return false;
    }
  }

  private async pause(): Promise<void> {
    if (this.stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.pauseMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
