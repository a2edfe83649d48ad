import { Database } from '#database';
import { NotFoundError, VersionConflictError } from '#http';
import { type CohortEvent, cohortMachine, type CohortState } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { CohortStateError, CohortUnknownError } from '../matching.errors.js';
import { CohortEntity } from './cohort.entity.js';

/** States in which enrolment, overrides and settings may still change. */
export const EDITABLE_STATES: readonly string[] = ['draft', 'open', 'closed', 'matching'];

/** States in which people may still join, be it late. */
const JOINABLE_STATES: readonly string[] = [...EDITABLE_STATES, 'published', 'running'];

/** Reads and moves rows of rounds. */
@Injectable()
export class CohortRepository {
  constructor(private readonly db: Database) {}

  /** @throws CohortUnknownError */
  async get(cohortId: string, programId: string): Promise<CohortEntity> {
    const row = await this.db.repository(CohortEntity).findOne({ where: { id: cohortId, programId } });
    if (row === null) throw new CohortUnknownError();
    return row;
  }

  /** Locks the row for the rest of the transaction. @throws CohortUnknownError */
  async lock(cohortId: string, programId: string): Promise<CohortEntity> {
    const row = await this.findLocked(cohortId, programId);
    if (row === null) throw new CohortUnknownError();
    return row;
  }

  /** The same, or null when there is none. */
  async findLocked(cohortId: string, programId: string): Promise<CohortEntity | null> {
    return this.db
      .repository(CohortEntity)
      .findOne({ where: { id: cohortId, programId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Locks a row that may still change. @throws CohortUnknownError, CohortStateError */
  async lockEditable(cohortId: string, programId: string): Promise<CohortEntity> {
    const row = await this.lock(cohortId, programId);
    if (!EDITABLE_STATES.includes(row.state)) throw refusalOf(row);
    return row;
  }

  /** Locks a row whose round people may still join. @throws CohortUnknownError, CohortStateError */
  async lockJoinable(cohortId: string, programId: string): Promise<CohortEntity> {
    const row = await this.lock(cohortId, programId);
    if (!JOINABLE_STATES.includes(row.state)) throw refusalOf(row);
    return row;
  }

  /** Somebody of another program is nobody here. @throws NotFoundError */
  async refuseStrangers(programId: string, participationIds: readonly string[]): Promise<void> {
    const known = await this.db.query(
      `SELECT 1 FROM participation WHERE program_id = $1 AND id = ANY($2::uuid[])`,
      [programId, participationIds],
    );
    if (known.length < new Set(participationIds).size) throw new NotFoundError('This person');
  }

  /** Moves a locked row by an event. @throws CohortStateError */
  async move(row: CohortEntity, event: CohortEvent): Promise<void> {
    const outcome = cohortMachine.transition(row.state as CohortState, event);
    if (!outcome.ok) throw refusalOf(row);
    await this.db.query(`UPDATE cohort SET state = $2, version = version + 1 WHERE id = $1`, [
      row.id,
      outcome.value,
    ]);
  }

  /** @throws VersionConflictError */
  checkVersion(row: CohortEntity, version: number): void {
    if (row.version !== version) throw new VersionConflictError();
  }
}

function refusalOf(row: CohortEntity): CohortStateError {
  return new CohortStateError(row.state, cohortMachine.eventsFrom(row.state as CohortState));
}
