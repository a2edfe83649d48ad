import {
  DAY_MS,
  type Interval,
  isDatedException,
  isWeeklyWindow,
  MINUTE_MS,
  type SlotPerson,
} from '#availability';
import { NotAllowedError, NotFoundError } from '#http';
import { Clock } from '#kernel';
import { type ProgramActor, ProgramQueries, type ProgramSettings } from '#programs';
import { Injectable } from '@nestjs/common';
import { PairRepository } from '../persistence/pair.repository.js';
import type { BusyRow, PairPersonRow } from '../persistence/session.rows.js';
import { bookingWindow } from '../policies/booking-window.js';
import { nearestSlots, type PairTimes } from '../policies/pair-slots.js';
import { MentorshipNotActiveError } from '../sessions.errors.js';

/** The two of a mentorship under way, as one of them sees it. */
export interface OpenPair {
  readonly mentorshipId: string;
  readonly you: PairPersonRow;
  readonly partner: PairPersonRow;
  readonly settings: ProgramSettings;
}

/** Finds out who a pair is and when both have time. */
@Injectable()
export class PairCalendar {
  constructor(
    private readonly pairs: PairRepository,
    private readonly programs: ProgramQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * The pair, for one of its two people.
   *
   * @throws NotFoundError when the program has no such mentorship, NotAllowedError for everybody else,
   *   MentorshipNotActiveError while it is not under way
   */
  async open(mentorshipId: string, actor: ProgramActor): Promise<OpenPair> {
    const people = await this.pairs.findPeople(mentorshipId, actor.programId);
    const [mentor, mentee] = people;
    if (mentor === undefined || mentee === undefined) throw new NotFoundError('This mentorship');
    const you = people.find(({ account_id }) => account_id === actor.accountId);
    if (you === undefined)
      throw new NotAllowedError('Only the two people of a mentorship book its sessions; ask one of them.');
    if (you.mentorship_state !== 'active') throw new MentorshipNotActiveError(you.mentorship_state);
    const { settings } = await this.programs.getById(actor.programId);
    return { mentorshipId, you, partner: you === mentor ? mentee : mentor, settings };
  }

  /** When both have time; a session that is to be moved does not stand in its own way. */
  async times(pair: OpenPair, lengthMinutes: number, movedSessionId: string | null): Promise<PairTimes> {
    const { you, partner, settings } = pair;
    const now = this.clock.now();
    const { earliest, latest } = bookingWindow(settings, now);
    const busy = await this.pairs.listBusy(
      [you.account_id, partner.account_id],
      new Date(now.getTime() - DAY_MS),
      new Date(latest + 2 * DAY_MS),
      movedSessionId,
    );
    return {
      people: [toSlotPerson(you, busy), toSlotPerson(partner, busy)],
      lengthMinutes,
      bufferMinutes: settings.sessionBufferMinutes,
      earliest: Math.ceil(earliest / MINUTE_MS) * MINUTE_MS,
      latest,
    };
  }

  /** Starts of free times near one that can't be had. */
  async alternatives(
    pair: OpenPair,
    wanted: Date,
    lengthMinutes: number,
    movedSessionId: string | null,
  ): Promise<Date[]> {
    const times = await this.times(pair, lengthMinutes, movedSessionId);
    return nearestSlots(times, wanted.getTime()).map(({ start }) => new Date(start));
  }
}

function toSlotPerson(row: PairPersonRow, busy: readonly BusyRow[]): SlotPerson {
  return {
    timeZone: row.time_zone,
    windows: (row.windows ?? []).filter(isWeeklyWindow),
    exceptions: {
      dated: (row.exceptions ?? []).filter(isDatedException),
      awayUntil: row.away_until?.getTime() ?? null,
    },
    busy: busy
      .filter(({ account_id }) => account_id === row.account_id)
      .map(({ starts_at, ends_at }): Interval => ({ start: starts_at.getTime(), end: ends_at.getTime() })),
  };
}
