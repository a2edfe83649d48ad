import type { StageTime } from './engine-output.js';

/** Hears how far a computation is, in per cent, and what it does. */
export type OnProgress = (percent: number, stage: string) => void;

/** What a computation does, one after the other, and at how many per cent each begins. */
export const STAGES = {
  'reading the input': 0,
  'scoring pairs': 5,
  'finding the best pairs': 35,
  'checking the proof': 75,
  explaining: 88,
} as const;

/** Name of a stage. */
export type Stage = keyof typeof STAGES;

/** Keeps the time of each stage and tells progress that never falls. */
export class Stages {
  private readonly times: StageTime[] = [];
  private stage: Stage | null = null;
  private since = 0;
  private told = 0;

  /** @param now milliseconds of a clock that never goes back */
  constructor(
    private readonly onProgress: OnProgress,
    private readonly now: () => number,
  ) {}

  /** The stage before is over, this one begins. */
  begin(stage: Stage): void {
    this.close();
    this.stage = stage;
    this.since = this.now();
    this.share(0);
  }

  /** How much of the present stage is done, `0..1`. */
  share(done: number): void {
    if (this.stage === null) return;
    const from = STAGES[this.stage];
    const next = Object.values(STAGES).find((percent) => percent > from) ?? 100;
    this.told = Math.max(this.told, from + (next - from) * Math.min(1, Math.max(0, done)));
    this.onProgress(this.told, this.stage);
  }

  /** Ends the last stage. @returns the time of each, in order */
  end(): readonly StageTime[] {
    this.close();
    this.stage = null;
    return this.times;
  }

  private close(): void {
    if (this.stage !== null) this.times.push({ stage: this.stage, milliseconds: this.now() - this.since });
  }
}
