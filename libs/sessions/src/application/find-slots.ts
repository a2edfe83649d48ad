import { DAY_MS, formatBothClocks, formatInstant, isOddHour, type Slot } from '#availability';
import { InvalidInputError } from '#http';
import { Clock } from '#kernel';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import type { PairPersonRow } from '../persistence/session.rows.js';
import { commonSlots, type NoSlots, whyNoSlots } from '../policies/pair-slots.js';
import { type OpenPair, PairCalendar } from './pair-calendar.js';
import type { SlotClock, SlotsView, SlotView } from './slot.view.js';

const DEFAULT_RANGE_DAYS = 14;

/** Where to look for common times. */
export interface SlotRange {
  readonly mentorshipId: string;
  /** Default now. */
  readonly from?: Date | undefined;
  /** Default two weeks after `from`. */
  readonly to?: Date | undefined;
  /** Default the program's. */
  readonly lengthMinutes?: number | undefined;
  /** Most slots to answer. */
  readonly limit: number;
}

/** Offers times at which both people of a mentorship usually can and have nothing else. */
@Injectable()
export class FindSlots {
  constructor(
    private readonly calendar: PairCalendar,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFoundError, NotAllowedError, MentorshipNotActiveError; InvalidInputError when the range ends before it
   *   starts or is longer than sessions may be booked ahead
   */
  async execute(range: SlotRange, actor: ProgramActor): Promise<SlotsView> {
    const pair = await this.calendar.open(range.mentorshipId, actor);
    const from = range.from ?? this.clock.now();
    const horizonMs = pair.settings.sessionHorizonDays * DAY_MS;
    const to = range.to ?? new Date(from.getTime() + Math.min(horizonMs, DEFAULT_RANGE_DAYS * DAY_MS));
    checkRange(from, to, pair.settings.sessionHorizonDays);
    const length = range.lengthMinutes ?? pair.settings.sessionLengthMinutes;
    const times = await this.calendar.times(pair, length, null);
    const slots = commonSlots(times, from.getTime(), to.getTime(), range.limit);
    return {
      items: slots.map((slot) => toSlotView(slot, pair)),
      advice: slots.length > 0 ? null : adviceFor(whyNoSlots(times), pair),
    };
  }
}

function checkRange(from: Date, to: Date, horizonDays: number): void {
  if (to <= from) throw new InvalidInputError([{ path: 'to', message: 'Give an end after the start.' }]);
  if (to.getTime() - from.getTime() > horizonDays * DAY_MS)
    throw new InvalidInputError([{ path: 'to', message: `Ask for at most ${horizonDays} days at once.` }]);
}

function toSlotView(slot: Slot, { you, partner }: OpenPair): SlotView {
  return {
    startsAt: new Date(slot.start),
    endsAt: new Date(slot.end),
    yours: clockOf(slot, you),
    theirs: clockOf(slot, partner),
    text: formatBothClocks(slot.start, you.time_zone, partner.time_zone),
  };
}

function clockOf(slot: Slot, { time_zone }: PairPersonRow): SlotClock {
  return {
    timeZone: time_zone,
    text: formatInstant(slot.start, time_zone),
    oddHour: isOddHour(slot, time_zone),
  };
}

function adviceFor(why: NoSlots, { partner }: OpenPair): string {
  switch (why) {
    case 'first-has-no-windows':
      return 'You have not said yet which times usually suit you. Add some to your profile.';
    case 'second-has-no-windows':
      return `${partner.name} has not said yet which times usually suit. Ask them to add some to their profile.`;
    case 'never-common':
      return `Your usual times and those of ${partner.name} never meet. Add times to your profile, or ask them to: one shared hour a week is enough.`;
    case 'nothing-free':
      return 'Nothing is free for both of you in these days. Look at later ones.';
  }
}
