import { Database } from '#database';
import { NotFoundError } from '#http';
import { Clock, Ids } from '#kernel';
import { type ParticipationEvent, participationMachine } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import type { ProgramRole } from '../program-actor.js';
import { LIVE_STATES, type ParticipationState } from '../program-actor.js';
import { ParticipationStateError } from '../programs.errors.js';
import { ParticipationEntity } from './participation.entity.js';

/** What a change writes beside the state. */
export type ParticipationNotes = Partial<
  Pick<
    ParticipationEntity,
    | 'applicationNote'
    | 'decisionNote'
    | 'decidedBy'
    | 'privacyConfirmedAt'
    | 'source'
    | 'site'
    | 'limitedToSite'
  >
>;

const words: Readonly<Record<ParticipationState, string>> = {
  invited: 'is invited',
  applied: 'waits for an answer to the application',
  approved: 'is approved',
  active: 'is active',
  paused: 'is paused',
  left: 'has left',
  declined: 'was declined',
};

/** Changes participations; each change locks its row and asks the state machine. */
@Injectable()
export class ParticipationRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The row, locked until the transaction ends; @throws NotFoundError */
  async lock(programId: string, id: string): Promise<ParticipationEntity> {
    const row = await this.db.repository(ParticipationEntity).findOne({
      where: { id, programId },
      lock: { mode: 'for_no_key_update' },
    });
    if (row === null) throw new NotFoundError('This person');
    return row;
  }

  /** The account's row in this role, locked; a new one in the given state when there was none. */
  async lockOrInsert(
    key: { readonly programId: string; readonly accountId: string; readonly role: ProgramRole },
    fresh: { readonly state: ParticipationState; readonly source: string } & ParticipationNotes,
  ): Promise<{ row: ParticipationEntity; created: boolean }> {
    const now = this.clock.now();
    const id = this.ids.next();
    const inserted = await this.db.query(
      `INSERT INTO participation (id, program_id, account_id, role, state, source, application_note, decided_by,
         privacy_confirmed_at, state_changed_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
       ON CONFLICT ON CONSTRAINT participation_role_key DO NOTHING RETURNING id`,
      [
        id,
        key.programId,
        key.accountId,
        key.role,
        fresh.state,
        fresh.source,
        fresh.applicationNote ?? null,
        fresh.decidedBy ?? null,
        fresh.privacyConfirmedAt ?? null,
        now,
      ],
    );
    const row = await this.db.repository(ParticipationEntity).findOneOrFail({
      where: { programId: key.programId, accountId: key.accountId, role: key.role },
      lock: { mode: 'for_no_key_update' },
    });
    return { row, created: inserted.length > 0 };
  }

  /** Moves a locked row by one or more events; @throws ParticipationStateError */
  async move(
    row: ParticipationEntity,
    events: readonly ParticipationEvent[],
    notes: ParticipationNotes = {},
  ): Promise<ParticipationState> {
    let state = participationMachine.stateOf(row.state);
    for (const event of events) {
      const next = participationMachine.transition(state, event);
      if (!next.ok)
        throw new ParticipationStateError(
          `This is not possible now: the person ${words[state]}. Read it again to see what can be done.`,
          { state, allowed: next.error.allowed },
        );
      state = next.value;
    }
    await this.db.repository(ParticipationEntity).update(row.id, {
      ...notes,
      state,
      pauseReason: null,
      stateChangedAt: this.clock.now(),
      version: row.version + 1,
    });
    return state;
  }

  /** Writes notes on a locked row without moving it. */
  async note(row: ParticipationEntity, notes: ParticipationNotes): Promise<void> {
    await this.db.repository(ParticipationEntity).update(row.id, { ...notes, version: row.version + 1 });
  }

  /** Whether the program would have no owner without this row; holds the program so that two owners can't leave at once. */
  async isLastOwner(row: ParticipationEntity): Promise<boolean> {
    if (row.role !== 'owner') return false;
    await this.db.query(`SELECT 1 FROM program WHERE id = $1 FOR NO KEY UPDATE`, [row.programId]);
    const others = await this.db.query(
      `SELECT 1 FROM participation WHERE program_id = $1 AND role = 'owner' AND id <> $2 AND state = ANY($3) LIMIT 1`,
      [row.programId, row.id, LIVE_STATES],
    );
    return others.length === 0;
  }
}
