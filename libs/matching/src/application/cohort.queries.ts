import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { Injectable } from '@nestjs/common';
import { CohortUnknownError } from '../matching.errors.js';
import { CohortEntity } from '../persistence/cohort.entity.js';
import { settingsOf } from '../persistence/cohort.mapper.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { PeopleRepository } from '../persistence/people.repository.js';
import { freePlacesOf, gapsOf, obstaclesOf } from '../persistence/person.mapper.js';
import type { WaitingPersonView } from './enrolment.view.js';
import type { CohortMemberView, CohortView, PairOverrideView } from './cohort.view.js';

interface CountRow {
  cohort_id: string;
  mentors: number;
  mentees: number;
  latest_run_id: string | null;
  published_run_id: string | null;
}

/** Reads rounds, who is in them and what admins said about pairs; for admins. */
@Injectable()
export class CohortQueries {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
    private readonly people: PeopleRepository,
  ) {}

  /** @throws CohortUnknownError */
  async get(cohortId: string, programId: string): Promise<CohortView> {
    const [view] = await this.withCounts([await this.cohorts.get(cohortId, programId)]);
    if (view === undefined) throw new CohortUnknownError();
    return view;
  }

  /** Rounds of a program, newest first. */
  async list(programId: string, page: PageRequest): Promise<Page<CohortView>> {
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    const query = this.db
      .repository(CohortEntity)
      .createQueryBuilder('c')
      .where('c.program_id = :programId', { programId });
    if (after !== null) query.andWhere('c.id < CAST(:after AS uuid)', { after });
    const rows = await query
      .orderBy('c.id', 'DESC')
      .limit(page.limit + 1)
      .getMany();
    const cut = toPage(rows, page.limit, ({ id }) => encodeCursor([id]));
    return { items: await this.withCounts(cut.items), nextCursor: cut.nextCursor };
  }

  /** Who is enrolled, with what is in the way of a match. @throws CohortUnknownError */
  async listMembers(
    cohortId: string,
    programId: string,
    page: PageRequest,
    role?: 'mentor' | 'mentee',
  ): Promise<Page<CohortMemberView>> {
    await this.cohorts.get(cohortId, programId);
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    const rows = await this.people.load({
      programId,
      cohortId,
      after,
      limit: page.limit + 1,
      ...(role === undefined ? {} : { role }),
    });
    const cut = toPage(rows, page.limit, ({ id }) => encodeCursor([id]));
    return {
      items: cut.items.map((row) => {
        const obstacles = obstaclesOf(row);
        return {
          participationId: row.id,
          role: row.role,
          name: row.name,
          state: row.state,
          ready: obstacles.length === 0,
          problems: [...obstacles, ...gapsOf(row)],
          freePlaces: freePlacesOf(row),
          late: row.late,
          roundsWaited: row.rounds_waited,
          priority: row.priority,
        };
      }),
      nextCursor: cut.nextCursor,
    };
  }

  /** Who waits for a place, the next one first. @throws CohortUnknownError */
  async listWaiting(
    cohortId: string,
    programId: string,
    page: PageRequest,
    role?: 'mentor' | 'mentee',
  ): Promise<Page<WaitingPersonView>> {
    const after = decodeCursor(page.cursor, ['integer'])?.[0] ?? null;
    await this.cohorts.get(cohortId, programId);
    const rows = await this.db.query<WaitingPersonView & { place: number }>(
      `SELECT p.id AS "participationId", p.role, a.name, w.answered_at AS since, w.place
       FROM cohort_answer w JOIN participation p ON p.id = w.participation_id JOIN account a ON a.id = p.account_id
       WHERE w.cohort_id = $1 AND w.answer = 'waiting' AND ($2::text IS NULL OR p.role = $2)
         AND ($3::int IS NULL OR w.place > $3)
       ORDER BY w.place LIMIT $4`,
      [cohortId, role ?? null, after, page.limit + 1],
    );
    const { items, nextCursor } = toPage(rows, page.limit, ({ place }) => encodeCursor([place]));
    return {
      items: items.map(({ participationId, role: side, name, since }) => ({
        participationId,
        role: side,
        name,
        since,
      })),
      nextCursor,
    };
  }

  /** Every lock and ban of a round. @throws CohortUnknownError */
  async listOverrides(cohortId: string, programId: string): Promise<PairOverrideView[]> {
    await this.cohorts.get(cohortId, programId);
    return this.db.query<PairOverrideView>(
      `SELECT o.mentor_id AS "mentorId", b.name AS "mentorName", o.mentee_id AS "menteeId", a.name AS "menteeName",
         o.kind, o.note
       FROM pair_override o
       JOIN participation e ON e.id = o.mentee_id JOIN account a ON a.id = e.account_id
       JOIN participation m ON m.id = o.mentor_id JOIN account b ON b.id = m.account_id
       WHERE o.cohort_id = $1 ORDER BY a.name, b.name, o.mentee_id, o.mentor_id`,
      [cohortId],
    );
  }

  private async withCounts(rows: readonly CohortEntity[]): Promise<CohortView[]> {
    const counts = await this.db.query<CountRow>(
      `SELECT c.id AS cohort_id,
         (SELECT count(*)::int FROM cohort_member m WHERE m.cohort_id = c.id AND m.role = 'mentor') AS mentors,
         (SELECT count(*)::int FROM cohort_member m WHERE m.cohort_id = c.id AND m.role = 'mentee') AS mentees,
         (SELECT r.id FROM match_run r WHERE r.cohort_id = c.id ORDER BY r.id DESC LIMIT 1) AS latest_run_id,
         (SELECT r.id FROM match_run r WHERE r.cohort_id = c.id AND r.published_at IS NOT NULL
            AND r.kind = 'round' AND r.withdrawn_at IS NULL) AS published_run_id
       FROM cohort c WHERE c.id = ANY($1::uuid[])`,
      [rows.map(({ id }) => id)],
    );
    const byId = new Map(counts.map((row) => [row.cohort_id, row]));
    return rows.map((row) => ({
      id: row.id,
      state: row.state,
      ...settingsOf(row),
      mentors: byId.get(row.id)?.mentors ?? 0,
      mentees: byId.get(row.id)?.mentees ?? 0,
      latestRunId: byId.get(row.id)?.latest_run_id ?? null,
      publishedRunId: byId.get(row.id)?.published_run_id ?? null,
      sourceCohortId: row.sourceCohortId,
      createdAt: row.createdAt,
      version: row.version,
    }));
  }
}
