import { type Term, termClock, type TermClock, weekMinutes, WEEK_MINUTES, weekShares } from '#availability';
import type { WeeklyWindow } from '#availability';
import type { MenteeProfile } from '../profile.js';

/** Starts and ends that are kept side by side; whoever has more is kept apart. */
const STRIDE = 16;

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

/** The weeks of all mentors, on their own clocks. */
export class WeekColumns {
  /** Starts and ends by slot, in units after Monday 00:00. */
  private bounds = new Uint16Array(64 * STRIDE);
  private counts = new Uint8Array(64);
  private readonly long = new Map<number, readonly number[]>();
  /** Minutes; divides every start and end. */
  private unit = 30;
  private readonly clocks = new Map<string, TermClock>();

  set(slot: number, windows: readonly WeeklyWindow[]): void {
    const bounds = weekMinutes(windows);
    this.divideInto(bounds.reduce(gcd, this.unit));
    if (slot >= this.counts.length) this.grow(slot);
    this.long.delete(slot);
    this.counts[slot] = bounds.length > STRIDE ? 0 : bounds.length;
    if (bounds.length > STRIDE) this.long.set(slot, bounds);
    else
      this.bounds.set(
        bounds.map((bound) => bound / this.unit),
        slot * STRIDE,
      );
  }

  /**
   * Weekly minutes shared with a mentee over a term by slot, as `overlapOfPrepared` counts them.
   *
   * @param zoneOf number of the zone by slot; @param zones their names; @throws RangeError when a zone does not exist
   */
  shared(
    mentee: MenteeProfile,
    term: Term,
    zoneOf: Int32Array,
    zones: readonly string[],
    slots: number,
  ): Int32Array {
    const { offsets, before } = this.tablesFor(mentee, term, zones);
    const { bounds, counts, unit } = this;
    const minutes = new Int32Array(slots);
    for (let slot = 0; slot < slots; slot += 1) {
      const offset = offsets[zoneOf[slot] ?? 0] ?? 0;
      const first = slot * STRIDE;
      const end = first + (counts[slot] ?? 0);
      let sum = 0;
      for (let at = first; at < end; at += 2)
        sum += (before[offset + (bounds[at + 1] ?? 0)] ?? 0) - (before[offset + (bounds[at] ?? 0)] ?? 0);
      minutes[slot] = sum / term.weeks;
    }
    for (const [slot, long] of this.long) {
      if (slot >= slots) continue;
      const offset = offsets[zoneOf[slot] ?? 0] ?? 0;
      let sum = 0;
      long.forEach((bound, at) => {
        sum += (at % 2 === 0 ? -1 : 1) * (before[offset + bound / unit] ?? 0);
      });
      minutes[slot] = sum / term.weeks;
    }
    return minutes;
  }

  /** For each zone, minutes that the mentee shares over the term with the stretch of a week before each unit. */
  private tablesFor(
    mentee: MenteeProfile,
    term: Term,
    zones: readonly string[],
  ): { readonly offsets: Int32Array; readonly before: Int32Array } {
    const mine = weekMinutes(mentee.windows);
    const own = this.clockOf(mentee.timeZone, term);
    const length = WEEK_MINUTES / this.unit + 1;
    const known = new Map<string, { readonly offset: number; readonly clock: TermClock }>();
    const offsets = Int32Array.from(zones, (zone) => {
      const clock = this.clockOf(zone, term);
      const { offset } = known.get(clock.key) ?? { offset: known.size * length };
      known.set(clock.key, { offset, clock });
      return offset;
    });
    const before = new Int32Array(known.size * length);
    for (const { offset, clock } of known.values())
      before.set(sharedBefore(mine, own, clock, this.unit), offset);
    return { offsets, before };
  }

  private divideInto(unit: number): void {
    const times = this.unit / unit;
    if (times > 1) this.bounds = this.bounds.map((bound) => bound * times);
    this.unit = unit;
  }

  private clockOf(zone: string, term: Term): TermClock {
    const key = `${term.from} ${term.weeks} ${zone}`;
    const known = this.clocks.get(key);
    if (known !== undefined) return known;
    // A term ends; the clocks of those before it are of no more use.
    if (this.clocks.size > 2_000) this.clocks.clear();
    const clock = termClock(zone, term);
    this.clocks.set(key, clock);
    return clock;
  }

  private grow(slot: number): void {
    const length = Math.max(2 * this.counts.length, slot + 1);
    const counts = new Uint8Array(length);
    const bounds = new Uint16Array(length * STRIDE);
    counts.set(this.counts);
    bounds.set(this.bounds);
    this.counts = counts;
    this.bounds = bounds;
  }
}

/** Minutes shared over a term with the stretch of another's week before each multiple of `unit`. */
function sharedBefore(mine: readonly number[], own: TermClock, other: TermClock, unit: number): Int32Array {
  // Some clocks are set at a quarter of an hour.
  const clocks = [own.starts, own.offsets, other.starts, other.offsets].flat();
  const grain = [...mine, ...clocks].reduce(gcd, unit);
  const shares = mine.flatMap((start, at) =>
    at % 2 === 0 ? weekShares(start, mine[at + 1] ?? start, own, other, grain) : [],
  );
  const step = shares.reduce((so, { from, to }) => gcd(gcd(so, from), to), grain);
  const rates = new Int32Array(WEEK_MINUTES / step + 1);
  for (const { from, to, times } of shares) {
    rates[from / step] = (rates[from / step] ?? 0) + times;
    rates[to / step] = (rates[to / step] ?? 0) - times;
  }
  const before = new Int32Array(WEEK_MINUTES / unit + 1);
  let rate = 0;
  let minutes = 0;
  for (let at = 0; at < rates.length; at += 1) {
    const from = at * step;
    if (from % unit === 0) before[from / unit] = minutes;
    rate += rates[at] ?? 0;
    minutes += rate * step;
  }
  return before;
}
