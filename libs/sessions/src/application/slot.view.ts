/** A slot on one person's clock. */
export interface SlotClock {
  readonly timeZone: string;
  /** `Tue 3 Mar, 18:00 (Berlin)`. */
  readonly text: string;
  /** Before 07:00 or after 22:00 there. */
  readonly oddHour: boolean;
}

/** A time that suits both. */
export interface SlotView {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly yours: SlotClock;
  readonly theirs: SlotClock;
  /** Both clocks in one line. */
  readonly text: string;
}

/** The times that suit both in a range; `advice` says what to do when there are none. */
export interface SlotsView {
  readonly items: readonly SlotView[];
  readonly advice: string | null;
}
