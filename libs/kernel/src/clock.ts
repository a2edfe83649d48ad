/** The only source of "now" for application code; tests hand in a clock that they move. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;
}
