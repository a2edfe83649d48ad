import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import { AuditEntryEntity } from '../persistence/audit-entry.entity.js';
import { LIVE_STATES, type ProgramActor, type ProgramRole } from '../program-actor.js';
import { AUDIT_ACTIONS, type AuditAction } from './audit-actions.js';

/** An entry names at most so many people; what concerns more is a matter of the whole program. */
const MOST_PEOPLE = 20;

const SITTING_MS = 15 * 60_000;

/** Roles by how much they allow; whoever has several acts in the first of them. */
const BY_WEIGHT: readonly ProgramRole[] = ['owner', 'coordinator', 'sponsor', 'mentor', 'mentee'];

/** Something that was done. */
export interface AuditNote {
  readonly action: AuditAction;
  readonly subjectId: string;
  /** Participations that it concerns. */
  readonly about?: readonly string[];
  /** Participation in whose place it was done. */
  readonly onBehalfOf?: string | null;
  /** Names of what changed; never what it says. */
  readonly fields?: readonly string[];
}

/** Whoever did it; `role` where it is not the weightiest of theirs. */
export type AuditActor = Pick<ProgramActor, 'accountId' | 'programId' | 'participations'> & {
  readonly role?: ProgramRole;
};

/** Who did what, when. Call it in the transaction of the change, so that there is one never without the other. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
  ) {}

  /** Adds an entry; entries are never changed, and deleted with their program alone. Whoever was acted for is told. */
  async record(actor: AuditActor, note: AuditNote): Promise<void> {
    const onBehalfOf = note.onBehalfOf ?? null;
    const about = [...new Set([...(note.about ?? []), ...(onBehalfOf === null ? [] : [onBehalfOf])])];
    const id = this.ids.next();
    const at = this.clock.now();
    await this.db.repository(AuditEntryEntity).insert({
      id,
      programId: actor.programId,
      actorId: actor.accountId,
      role: actor.role ?? weightiestRole(actor),
      action: note.action,
      subjectKind: AUDIT_ACTIONS[note.action].subject,
      subjectId: note.subjectId,
      onBehalfOf,
      about: about.length > MOST_PEOPLE ? [] : about,
      fields: [...(note.fields ?? [])],
      at,
    });
    if (onBehalfOf !== null) await this.tell(id, onBehalfOf, note.action, actor.programId, at);
  }

  /** One mail for a sitting: a profile is often corrected in several goes. */
  private async tell(
    entryId: string,
    participationId: string,
    action: AuditAction,
    programId: string,
    at: Date,
  ): Promise<void> {
    const sitting = Math.floor(at.getTime() / SITTING_MS);
    const inGoes = action === 'profile.updated';
    await this.outbox.append({
      type: 'participation.acted-for.v1',
      payload: { entryId },
      programId,
      subjectId: participationId,
      dedupeKey: `acted-for:${inGoes ? `${participationId}:${action}:${sitting}` : entryId}`,
      dueAt: inGoes ? new Date((sitting + 1) * SITTING_MS) : at,
    });
  }
}

function weightiestRole({ participations }: Pick<ProgramActor, 'participations'>): ProgramRole {
  const live = participations.filter(({ state }) => LIVE_STATES.includes(state)).map(({ role }) => role);
  const own = live.length > 0 ? live : participations.map(({ role }) => role);
  const role = BY_WEIGHT.find((each) => own.includes(each));
  if (role === undefined) throw new RangeError('Nobody acts in a program without a part in it.');
  return role;
}
