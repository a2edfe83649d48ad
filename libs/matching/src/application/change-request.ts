import { Database } from '#database';
import { Clock } from '#kernel';
import { type RequestEvent, requestMachine } from '#lifecycle';
import { type ActingMember, type AuditAction, AuditLog, isAdmin, ParticipationQueries } from '#programs';
import { NotAllowedError } from '#http';
import { Injectable } from '@nestjs/common';
import type { RequestEntity } from '../persistence/request.entity.js';
import { type RequestPatch, RequestRepository } from '../persistence/request.repository.js';
import { RequestNotYoursError, RequestStateError, RequestUnknownError } from '../requests.errors.js';

/** Which request. */
export interface RequestRef {
  readonly requestId: string;
  readonly programId: string;
}

/** Whoever changes a request, perhaps in the place of one of its two; null is the program itself, when a time is over. */
export type RequestActor = { readonly accountId: string } | ActingMember | null;

/** A request with the mentee's other ones that are not closed, all locked. */
export interface LockedRequest {
  readonly row: RequestEntity;
  readonly others: readonly RequestEntity[];
}

/** Changes one request in one transaction with what follows from it. */
@Injectable()
export class ChangeRequest {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly requests: RequestRepository,
    private readonly participations: ParticipationQueries,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Locks a request for its mentor or mentee and does the work.
   *
   * @throws RequestUnknownError for everybody else, RequestNotYoursError for the other side, NotAllowedError for an admin
   *   who would stand in for one of the two and is the other
   */
  async execute(
    ref: RequestRef,
    side: 'mentor' | 'mentee',
    actor: RequestActor,
    work: (locked: LockedRequest) => Promise<void>,
  ): Promise<void> {
    await this.db.transaction(async () => {
      const found = await this.requests.find(ref.programId, ref.requestId);
      if (found === null) throw new RequestUnknownError();
      if (actor !== null) await this.authorise(found, side, actor);
      await this.requests.lockPeople([found.menteeId, found.mentorId]);
      const rows = await this.requests.lockOf(found.menteeId);
      const row = rows.find(({ id }) => id === found.id) ?? (await this.requests.lock(found.id));
      if (row === null) throw new RequestUnknownError();
      await work({ row, others: rows.filter(({ id }) => id !== row.id) });
    });
  }

  /** Moves a locked request by an event of its machine. @throws RequestStateError */
  async move(row: RequestEntity, event: RequestEvent, patch: RequestPatch = {}): Promise<void> {
    const outcome = requestMachine.transition(requestMachine.stateOf(row.state), event);
    if (!outcome.ok) throw new RequestStateError(row.state);
    const closed = requestMachine.isFinal(outcome.value) ? { closedAt: this.clock.now() } : {};
    await this.requests.save(row, { ...closed, ...patch, state: outcome.value });
  }

  /** Writes down what was done in somebody's place; what the two do themselves is theirs. */
  async note(row: RequestEntity, action: AuditAction, actor: RequestActor): Promise<void> {
    if (!standsIn(actor)) return;
    const { onBehalfOf } = actor;
    await this.audit.record(actor, { action, subjectId: row.id, onBehalfOf, about: [onBehalfOf] });
  }

  private async authorise(
    row: RequestEntity,
    side: 'mentor' | 'mentee',
    actor: NonNullable<RequestActor>,
  ): Promise<void> {
    const { accountId } = actor;
    const people = await this.participations.listByIds(row.programId, [row.mentorId, row.menteeId]);
    const isMentor = people.some((one) => one.id === row.mentorId && one.accountId === accountId);
    const isMentee = people.some((one) => one.id === row.menteeId && one.accountId === accountId);
    if (standsIn(actor)) {
      refuseOtherSide(row, side, actor.onBehalfOf);
      if (isMentor || isMentee)
        throw new NotAllowedError(
          'You are one of the two of this request yourself. Ask another admin to do it.',
        );
      return;
    }
    if (!isMentor && !isMentee && 'participations' in actor && isAdmin(actor))
      throw new RequestNotYoursError(side, { mayStandIn: true });
    // What never reached the mentor is the mentee's own business.
    if (!isMentee && !(isMentor && row.pendingAt !== null)) throw new RequestUnknownError();
    if (side === 'mentor' ? !isMentor : !isMentee) throw new RequestNotYoursError(side);
  }
}

function standsIn(actor: RequestActor): actor is ActingMember & { readonly onBehalfOf: string } {
  return actor !== null && 'onBehalfOf' in actor && actor.onBehalfOf !== null;
}

/** @throws RequestUnknownError, RequestNotYoursError */
function refuseOtherSide(row: RequestEntity, side: 'mentor' | 'mentee', onBehalfOf: string): void {
  const { mentorId, menteeId, pendingAt } = row;
  if (onBehalfOf !== menteeId && !(onBehalfOf === mentorId && pendingAt !== null))
    throw new RequestUnknownError();
  if (onBehalfOf !== (side === 'mentor' ? mentorId : menteeId)) throw new RequestNotYoursError(side);
}
