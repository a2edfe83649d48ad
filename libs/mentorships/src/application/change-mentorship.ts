import { Database } from '#database';
import { Clock } from '#kernel';
import { type MentorshipEvent, mentorshipMachine, type MentorshipState } from '#lifecycle';
import { Outbox } from '#outbox';
import { type AuditAction, AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import {
  MentorshipNotYoursError,
  MentorshipStateError,
  MentorshipUnknownError,
} from '../mentorships.errors.js';
import type { MentorshipRow } from '../persistence/mentorship.rows.js';
import { LockMentorship } from './lock-mentorship.js';

/** Who changes it; `admin` may stand in for the pair where the use case allows that. */
export interface Changer {
  readonly accountId: string;
  readonly admin: boolean;
  /** Where an admin stands in for the pair. */
  readonly member?: ProgramActor;
}

/** A change to make. */
export interface MentorshipChange {
  readonly mentorshipId: string;
  /** Null when the permission names the mentorship itself, as a link by mail does. */
  readonly programId: string | null;
  readonly event: MentorshipEvent;
  /** Which side may do it; an admin may too unless `mentor-only`. */
  readonly by: 'pair' | 'mentor-only';
  readonly reason: string | null;
}

const ACTIONS: Partial<Readonly<Record<MentorshipEvent, AuditAction>>> = {
  pause: 'mentorship.paused',
  resume: 'mentorship.resumed',
  end: 'mentorship.ended',
  complete: 'mentorship.completed',
};

/** Moves one mentorship through its machine, locked, in one transaction with what follows from it. */
@Injectable()
export class ChangeMentorship {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly lockMentorship: LockMentorship,
  ) {}

  /**
   * @param after further work of the same transaction; gets the row as it was, with its new version
   * @throws MentorshipUnknownError, MentorshipNotYoursError, MentorshipStateError
   */
  async execute(
    change: MentorshipChange,
    actor: Changer,
    after: (row: MentorshipRow) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.lockMentorship.execute(change);
      authorise(row, change, actor);
      const outcome = mentorshipMachine.transition(row.state as MentorshipState, change.event);
      if (!outcome.ok) throw new MentorshipStateError(row.state, outcome.error.allowed);
      const over = mentorshipMachine.isFinal(outcome.value);
      await this.db.query(
        `UPDATE mentorship SET state = $2, version = version + 1,
           ended_at = CASE WHEN $3 THEN $4::timestamptz ELSE ended_at END,
           ended_by = CASE WHEN $3 THEN $5::uuid ELSE ended_by END,
           end_reason = CASE WHEN $3 THEN $6 ELSE end_reason END
         WHERE id = $1`,
        [row.id, outcome.value, over, this.clock.now(), actor.accountId, change.reason],
      );
      if (over)
        await this.outbox.append({
          type: 'mentorship.ended.v1',
          payload: { mentorshipId: row.id },
          programId: row.program_id,
          subjectId: row.id,
          subjectVersion: row.version + 1,
          dedupeKey: `mentorship-ended-${row.id}`,
        });
      // Whoever was asked and still waits must hear of it.
      if (over && row.state === 'proposed')
        await this.outbox.append({
          type: 'mentorship.not-confirmed.v1',
          payload: { mentorshipId: row.id },
          programId: row.program_id,
          subjectId: row.id,
          subjectVersion: row.version + 1,
          dedupeKey: `mentorship.not-confirmed:${row.id}`,
        });
      await this.note(row, change.event, actor);
      await after({ ...row, version: row.version + 1 });
    });
  }

  /** What the two do themselves is theirs; what an admin does in their place is written down. */
  private async note(row: MentorshipRow, event: MentorshipEvent, { member }: Changer): Promise<void> {
    const action = ACTIONS[event];
    if (member === undefined || action === undefined || isParty(row, member.accountId)) return;
    await this.audit.record(member, { action, subjectId: row.id, about: [row.mentee_id, row.mentor_id] });
  }
}

function isParty(row: MentorshipRow, accountId: string): boolean {
  return row.mentor_account_id === accountId || row.mentee_account_id === accountId;
}

function authorise(row: MentorshipRow, change: MentorshipChange, actor: Changer): void {
  const isMentor = row.mentor_account_id === actor.accountId;
  if (!isParty(row, actor.accountId) && !actor.admin) throw new MentorshipUnknownError();
  if (change.by === 'mentor-only' && !isMentor) throw new MentorshipNotYoursError();
}
