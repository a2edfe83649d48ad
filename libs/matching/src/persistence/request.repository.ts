import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { OPEN_REQUEST_STATES } from '../application/request-limits.js';
import { RequestEntity } from './request.entity.js';
import type { RequestPersonRow } from './request.rows.js';

/** What a new request starts with. */
export type NewRequest = Pick<RequestEntity, 'programId' | 'menteeId' | 'mentorId' | 'rank' | 'note'>;

/** What a change writes. */
export type RequestPatch = Partial<
  Omit<RequestEntity, 'id' | 'programId' | 'menteeId' | 'mentorId' | 'version'>
>;

/**
 * Reads and writes requests. Whoever changes one locks its two people first, in the order in which everybody locks
 * people, then the mentee's requests; so no two changes wait for each other.
 */
@Injectable()
export class RequestRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The request of this program, unlocked, or null. */
  async find(programId: string, id: string): Promise<RequestEntity | null> {
    return this.db.repository(RequestEntity).findOne({ where: { id, programId } });
  }

  /** Locks participations until the transaction ends. */
  async lockPeople(ids: readonly string[]): Promise<void> {
    await this.db.query(
      `SELECT id FROM participation WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      [[...new Set(ids)].sort()],
    );
  }

  /** The mentee's drafts and open requests by rank, locked. */
  async lockOf(menteeId: string): Promise<RequestEntity[]> {
    const rows = await this.db.repository(RequestEntity).find({
      where: { menteeId, state: In(['draft', ...OPEN_REQUEST_STATES]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    return rows.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  }

  /** Requests under way to a mentor, unlocked. */
  async listOpenTo(mentorId: string): Promise<RequestEntity[]> {
    return this.db
      .repository(RequestEntity)
      .find({ where: { mentorId, state: In([...OPEN_REQUEST_STATES]) }, order: { id: 'ASC' } });
  }

  /** A request as it is now, locked. */
  async lock(id: string): Promise<RequestEntity | null> {
    return this.db.repository(RequestEntity).findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Writes a draft. */
  async insert(fresh: NewRequest): Promise<RequestEntity> {
    const id = this.ids.next();
    const repository = this.db.repository(RequestEntity);
    await repository.insert({ ...fresh, id, state: 'draft', createdAt: this.clock.now() });
    return repository.findOneByOrFail({ id });
  }

  /** Changes a locked row; it gets its next version. */
  async save(row: RequestEntity, patch: RequestPatch): Promise<void> {
    const changed = { ...patch, version: row.version + 1 };
    await this.db.repository(RequestEntity).update({ id: row.id }, changed);
    Object.assign(row, changed);
  }

  /** Notes the mentorship that came of a request; no change of its own. */
  async link(row: RequestEntity, mentorshipId: string | null): Promise<void> {
    await this.db.repository(RequestEntity).update({ id: row.id }, { mentorshipId });
    row.mentorshipId = mentorshipId;
  }

  /** Deletes a draft. */
  async delete(row: RequestEntity): Promise<void> {
    await this.db.repository(RequestEntity).delete({ id: row.id });
  }

  /** Mentors and mentees of the program among these participations, with what asking them depends on. */
  async people(programId: string, ids: readonly string[]): Promise<ReadonlyMap<string, RequestPersonRow>> {
    const rows = await this.db.query<RequestPersonRow>(
      `SELECT p.id, p.account_id, a.name, p.role, p.state,
         (p.privacy_confirmed_at IS NOT NULL
           OR coalesce((g.settings->>'organisationInformsPeople')::boolean, false)) AS confirmed,
         coalesce(pr.capacity, 1) - (SELECT count(*)::int FROM mentorship m
           WHERE m.mentor_id = p.id AND m.state IN ('proposed', 'active', 'paused')) AS free_places,
         pr.away_until, o.open_requests, o.next_answer_by
       FROM participation p
       JOIN account a ON a.id = p.account_id
       JOIN program g ON g.id = p.program_id
       LEFT JOIN profile pr ON pr.participation_id = p.id
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS open_requests, min(r.answer_by) AS next_answer_by FROM request r
         WHERE r.mentor_id = p.id AND r.state = ANY($3)
       ) AS o
       WHERE p.program_id = $1 AND p.id = ANY($2::uuid[])`,
      [programId, ids, OPEN_REQUEST_STATES],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Whether the mentee is in a mentorship. */
  async hasMentor(menteeId: string): Promise<boolean> {
    const rows = await this.db.query(
      `SELECT 1 FROM mentorship WHERE mentee_id = $1 AND state IN ('proposed', 'active', 'paused') LIMIT 1`,
      [menteeId],
    );
    return rows.length > 0;
  }
}
