import { Clock } from '#kernel';

/** A clock that stands still until it is moved. */
export class MovableClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  /** Sets it to an instant. */
  set(instant: Date): void {
    this.instant = instant;
  }

  /** Moves it forward. */
  advance(ms: number): void {
    this.instant = new Date(this.instant.getTime() + ms);
  }
}
