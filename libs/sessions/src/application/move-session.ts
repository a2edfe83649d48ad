import { MINUTE_MS } from '#availability';
import { Database } from '#database';
import { InvalidInputError } from '#http';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { type ProgramActor, ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import { PairRepository } from '../persistence/pair.repository.js';
import { type MovedSession, SessionRepository } from '../persistence/session.repository.js';
import type { SessionRow } from '../persistence/session.rows.js';
import { isCommonFree } from '../policies/pair-slots.js';
import { checkAgreedTime, endOf, problemOfZone } from './agreed-time.js';
import { NotCommonlyFree, offeringOthers } from './offering-others.js';
import { OpenSession } from './open-session.js';
import { PairCalendar } from './pair-calendar.js';
import { scheduleEvents } from './session-events.js';
import { SessionQueries } from './session.queries.js';
import type { SessionView } from './session.view.js';

/** What is to change about a session; what is missing stays. */
export interface MoveSessionInput {
  readonly sessionId: string;
  /** The version that was read. */
  readonly version: number;
  readonly startsAt?: Date | undefined;
  readonly lengthMinutes?: number | undefined;
  readonly timeZone?: string | undefined;
  readonly location?: string | undefined;
}

/** Gives a session another time or place. */
@Injectable()
export class MoveSession {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly open: OpenSession,
    private readonly calendar: PairCalendar,
    private readonly pairs: PairRepository,
    private readonly programs: ProgramQueries,
    private readonly sessions: SessionRepository,
    private readonly queries: SessionQueries,
  ) {}

  /**
   * What is already so changes nothing and tells nobody.
   *
   * @throws SessionUnknownError, NotAllowedError, VersionConflictError, SessionStateError, SessionBegunError,
   *   MentorshipNotActiveError, InvalidInputError; TimeNotFreeError and SessionDoubleBookedError with other free times
   */
  async execute(input: MoveSessionInput, actor: ProgramActor): Promise<SessionView> {
    await offeringOthers(
      () => this.db.transaction(() => this.move(input, actor)),
      () => this.alternatives(input, actor),
    );
    return this.queries.get(input.sessionId, actor);
  }

  private async move(input: MoveSessionInput, actor: ProgramActor): Promise<void> {
    const row = await this.open.lockPlanned(input.sessionId, input.version, 'move', actor);
    const to = target(row, input);
    const sameTime = +to.startsAt === +row.starts_at && +to.endsAt === +row.ends_at;
    if (sameTime && to.timeZone === row.time_zone && to.location === row.location) return;
    if (!sameTime) await this.checkTime(row, to, actor);
    const zoneProblem = problemOfZone(to.timeZone);
    if (zoneProblem !== null) throw new InvalidInputError([zoneProblem]);
    const version = await this.sessions.move(row.id, to);
    const { settings } = await this.programs.getById(row.program_id);
    const session = { id: row.id, programId: row.program_id, version, startsAt: to.startsAt };
    await this.outbox.append(
      ...scheduleEvents('session.moved.v1', session, settings.sessionReminderMinutes, this.clock.now()),
    );
  }

  private async checkTime(row: SessionRow, to: MovedSession, actor: ProgramActor): Promise<void> {
    await this.pairs.hold(row.mentorship_id);
    const pair = await this.calendar.open(row.mentorship_id, actor);
    const lengthMinutes = (+to.endsAt - +to.startsAt) / MINUTE_MS;
    const time = { startsAt: to.startsAt, lengthMinutes, timeZone: to.timeZone };
    checkAgreedTime(time, pair.settings, this.clock.now());
    const times = await this.calendar.times(pair, lengthMinutes, row.id);
    if (!isCommonFree(times, { start: +to.startsAt, end: +to.endsAt })) throw new NotCommonlyFree();
  }

  private async alternatives(input: MoveSessionInput, actor: ProgramActor): Promise<Date[]> {
    const session = await this.queries.get(input.sessionId, actor);
    const pair = await this.calendar.open(session.mentorshipId, actor);
    const lengthMinutes =
      input.lengthMinutes ?? (session.endsAt.getTime() - session.startsAt.getTime()) / MINUTE_MS;
    const wanted = input.startsAt ?? session.startsAt;
    return this.calendar.alternatives(pair, wanted, lengthMinutes, session.id);
  }
}

function target(row: SessionRow, input: MoveSessionInput): MovedSession {
  const lengthMinutes = input.lengthMinutes ?? (+row.ends_at - +row.starts_at) / MINUTE_MS;
  const timeZone = input.timeZone ?? row.time_zone;
  const startsAt = input.startsAt ?? row.starts_at;
  return {
    startsAt,
    endsAt: endOf({ startsAt, lengthMinutes, timeZone }),
    timeZone,
    location: input.location ?? row.location,
  };
}
