import {
  DAY_MS,
  findCommonSlots,
  freeIntervals,
  type Interval,
  MINUTE_MS,
  type Slot,
  type SlotPerson,
} from '#availability';

/** Slots begin on the half hours of the first person's clock. */
const STEP_MINUTES = 30;
/** More than anybody reads, fewer than would slow an answer down. */
const MANY = 2_000;

/** Two people, and the rules of their program. */
export interface PairTimes {
  readonly people: readonly [SlotPerson, SlotPerson];
  readonly lengthMinutes: number;
  readonly bufferMinutes: number;
  /** First and last instant at which a session may start, in milliseconds. */
  readonly earliest: number;
  readonly latest: number;
}

/** Whether both are free for the whole of a stretch of time, with the buffer around what they have already. */
export function isCommonFree({ people, bufferMinutes }: PairTimes, wanted: Interval): boolean {
  return people.every((person) => {
    const free = freeIntervals(person, wanted.start, wanted.end, bufferMinutes);
    return free.some(({ start, end }) => start <= wanted.start && end >= wanted.end);
  });
}

/** Common free times that start in `[from, to)`, earliest first. */
export function commonSlots(pair: PairTimes, from: number, to: number, limit = MANY): Slot[] {
  const { people, lengthMinutes, bufferMinutes, earliest, latest } = pair;
  const end = Math.min(to, latest + 1);
  return findCommonSlots({
    people,
    from,
    // The last slot may start just before the end of the range and reach beyond it.
    to: end + lengthMinutes * MINUTE_MS,
    notBefore: earliest,
    lengthMinutes,
    bufferMinutes,
    stepMinutes: STEP_MINUTES,
    limit: MANY,
  })
    .filter(({ start }) => start < end)
    .slice(0, limit);
}

/** The few slots that lie nearest to a wanted start, earliest first. */
export function nearestSlots(pair: PairTimes, wanted: number, count = 3): Slot[] {
  const near = commonSlots(pair, wanted - 3 * DAY_MS, wanted + 11 * DAY_MS);
  const slots = near.length > 0 ? near : commonSlots(pair, pair.earliest, pair.latest);
  return slots
    .filter(({ start }) => start !== wanted)
    .sort((a, b) => Math.abs(a.start - wanted) - Math.abs(b.start - wanted) || a.start - b.start)
    .slice(0, count)
    .sort((a, b) => a.start - b.start);
}

/** Why two people have no slot at all. */
export type NoSlots = 'first-has-no-windows' | 'second-has-no-windows' | 'never-common' | 'nothing-free';

/**
 * Why there is nothing in a range: somebody named no times; the usual times never meet for long enough; or they
 * do, but not in this range.
 */
export function whyNoSlots(pair: PairTimes): NoSlots {
  const [first, second] = pair.people;
  if (hasNoTimes(first)) return 'first-has-no-windows';
  if (hasNoTimes(second)) return 'second-has-no-windows';
  const usual = pair.people.map(({ windows, timeZone }) => ({ windows, timeZone }));
  const [a, b] = usual;
  if (a === undefined || b === undefined) return 'never-common';
  const ever = { ...pair, people: [a, b], bufferMinutes: 0, latest: pair.earliest + 28 * DAY_MS } as const;
  return commonSlots(ever, pair.earliest, ever.latest, 1).length > 0 ? 'nothing-free' : 'never-common';
}

function hasNoTimes({ windows, exceptions }: SlotPerson): boolean {
  return windows.length === 0 && !(exceptions?.dated ?? []).some(({ kind }) => kind === 'extra');
}
