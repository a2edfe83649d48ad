import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Outbox } from '#outbox';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { PairRepository } from '../persistence/pair.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { isCommonFree } from '../policies/pair-slots.js';
import { type AgreedTime, checkAgreedTime, endOf } from './agreed-time.js';
import { NotCommonlyFree, offeringOthers } from './offering-others.js';
import { type OpenPair, PairCalendar } from './pair-calendar.js';
import { scheduleEvents } from './session-events.js';
import { SessionQueries } from './session.queries.js';
import type { SessionView } from './session.view.js';

/** A session that is to be booked. */
export interface BookSessionInput {
  readonly mentorshipId: string;
  readonly startsAt: Date;
  /** Default the program's. */
  readonly lengthMinutes?: number | undefined;
  /** Where the time was agreed; default the zone of whoever books. */
  readonly timeZone?: string | undefined;
  /** A link or a place. */
  readonly location?: string | undefined;
}

/** Books a session of a mentorship in the common free time of its two people. */
@Injectable()
export class BookSession {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
    private readonly calendar: PairCalendar,
    private readonly pairs: PairRepository,
    private readonly sessions: SessionRepository,
    private readonly queries: SessionQueries,
  ) {}

  /**
   * @throws NotFoundError, NotAllowedError, MentorshipNotActiveError, InvalidInputError; TimeNotFreeError and
   *   SessionDoubleBookedError with other free times
   */
  async execute(input: BookSessionInput, actor: ProgramActor): Promise<SessionView> {
    const pair = await this.calendar.open(input.mentorshipId, actor);
    const now = this.clock.now();
    const time: AgreedTime = {
      startsAt: input.startsAt,
      lengthMinutes: input.lengthMinutes ?? pair.settings.sessionLengthMinutes,
      timeZone: input.timeZone ?? pair.you.time_zone,
    };
    checkAgreedTime(time, pair.settings, now);
    const id = this.ids.next();
    await offeringOthers(
      () => this.db.attempt(() => this.book(id, input, time, actor)),
      () => this.calendar.alternatives(pair, time.startsAt, time.lengthMinutes, null),
    );
    return this.queries.get(id, actor);
  }

  private async book(
    id: string,
    { mentorshipId, location }: BookSessionInput,
    time: AgreedTime,
    actor: ProgramActor,
  ): Promise<void> {
    await this.pairs.hold(mentorshipId);
    const pair: OpenPair = await this.calendar.open(mentorshipId, actor);
    const endsAt = endOf(time);
    const times = await this.calendar.times(pair, time.lengthMinutes, null);
    if (!isCommonFree(times, { start: time.startsAt.getTime(), end: endsAt.getTime() }))
      throw new NotCommonlyFree();
    const now = this.clock.now();
    await this.sessions.insert({
      id,
      programId: actor.programId,
      mentorshipId,
      startsAt: time.startsAt,
      endsAt,
      timeZone: time.timeZone,
      location: location ?? '',
      bookedBy: actor.accountId,
      createdAt: now,
      attendees: [pair.you, pair.partner].map((person) => ({
        participationId: person.participation_id,
        accountId: person.account_id,
      })),
    });
    const session = { id, programId: actor.programId, version: 1, startsAt: time.startsAt };
    const leads = pair.settings.sessionReminderMinutes;
    await this.outbox.append(...scheduleEvents('session.booked.v1', session, leads, now));
  }
}
