import { type Term, termClock, type TermClock, weekMinutes, WEEK_MINUTES, weekShares } from '#availability';
import type { WeeklyWindow } from '#availability';
import type { MenteeProfile } from '../profile.js';

/** Starts and ends that are kept side by side; whoever has more is kept apart. */
const STRIDE = 16;

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

/** Minutes that somebody shares with the stretch of another's week before each multiple of `step`. */
interface SharedBefore {
  readonly step: number;
  readonly minutes: Float64Array;
}

/** The weeks of all mentors, on their own clocks. */
export class WeekColumns {
  private bounds = new Uint16Array(64 * STRIDE);
  private counts = new Uint8Array(64);
  private readonly long = new Map<number, readonly number[]>();
  /** Divides every start and end. */
  private grain = 30;
  private readonly clocks = new Map<string, TermClock>();

  set(slot: number, windows: readonly WeeklyWindow[]): void {
    const bounds = weekMinutes(windows);
    for (const bound of bounds) this.grain = gcd(this.grain, bound);
    if (slot >= this.counts.length) this.grow(slot);
    this.long.delete(slot);
    this.counts[slot] = bounds.length > STRIDE ? 0 : bounds.length;
    if (bounds.length > STRIDE) this.long.set(slot, bounds);
    else this.bounds.set(bounds, slot * STRIDE);
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
    const mine = weekMinutes(mentee.windows);
    const grain = mine.reduce(gcd, this.grain);
    const own = this.clockOf(mentee.timeZone, term);
    const known = new Map<string, SharedBefore>();
    const tables = zones.map((zone) => {
      const other = this.clockOf(zone, term);
      const table = known.get(other.key) ?? sharedBefore(mine, own, other, grain);
      known.set(other.key, table);
      return table;
    });
    const { bounds, counts } = this;
    const minutes = new Int32Array(slots);
    for (let slot = 0; slot < slots; slot += 1) {
      const table = tables[zoneOf[slot] ?? 0];
      if (table === undefined) continue;
      const { step, minutes: minutesBefore } = table;
      const first = slot * STRIDE;
      const end = first + (counts[slot] ?? 0);
      let sum = 0;
      for (let at = first; at < end; at += 2) {
        sum += minutesBefore[((bounds[at + 1] ?? 0) / step) | 0] ?? 0;
        sum -= minutesBefore[((bounds[at] ?? 0) / step) | 0] ?? 0;
      }
      minutes[slot] = Math.floor(sum / term.weeks);
    }
    for (const [slot, long] of this.long) {
      const table = tables[zoneOf[slot] ?? 0];
      if (slot < slots && table !== undefined) minutes[slot] = Math.floor(sumOf(table, long) / term.weeks);
    }
    return minutes;
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

function sumOf({ step, minutes }: SharedBefore, bounds: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at + 1 < bounds.length; at += 2)
    sum += (minutes[(bounds[at + 1] ?? 0) / step] ?? 0) - (minutes[(bounds[at] ?? 0) / step] ?? 0);
  return sum;
}

function sharedBefore(
  mine: readonly number[],
  own: TermClock,
  other: TermClock,
  bounds: number,
): SharedBefore {
  // Some clocks are set at a quarter of an hour.
  const grain = [...own.starts, ...own.offsets, ...other.starts, ...other.offsets].reduce(gcd, bounds);
  const shares = mine.flatMap((start, at) =>
    at % 2 === 0 ? weekShares(start, mine[at + 1] ?? start, own, other, grain) : [],
  );
  const step = shares.reduce((so, { from, to }) => gcd(gcd(so, from), to), gcd(grain, WEEK_MINUTES));
  const rates = new Float64Array(WEEK_MINUTES / step + 2);
  for (const { from, to, times } of shares) {
    rates[from / step] = (rates[from / step] ?? 0) + times;
    rates[to / step] = (rates[to / step] ?? 0) - times;
  }
  const minutes = new Float64Array(WEEK_MINUTES / step + 1);
  let rate = 0;
  for (let at = 0; at < minutes.length - 1; at += 1) {
    rate += rates[at] ?? 0;
    minutes[at + 1] = (minutes[at] ?? 0) + rate * step;
  }
  return { step, minutes };
}
