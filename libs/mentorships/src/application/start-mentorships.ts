import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import {
  AlreadyPairedError,
  MenteeHasMentorError,
  MentorFullError,
  PersonNotAvailableError,
} from '../mentorships.errors.js';
import type { PairRow, PersonPlaceRow } from '../persistence/mentorship.rows.js';
import { chooseStartable, isPast } from './choose-startable.js';
import type {
  NewMentorship,
  RefusedMentorship,
  StartedMentorship,
  StartOptions,
  StartOutcome,
} from './new-mentorship.js';
import { ProgramTerms } from './program-terms.js';

const LIVE = `('proposed', 'active', 'paused')`;

/**
 * Starts mentorships in the caller's transaction. The people are locked first, in one order everywhere, so a place is
 * never given twice, however many ask for it at once. A fixed number of statements, whatever the number of pairs.
 */
@Injectable()
export class StartMentorships {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly terms: ProgramTerms,
  ) {}

  /** @throws MentorFullError, MenteeHasMentorError, AlreadyPairedError, PersonNotAvailableError unless `skipRefused` */
  async execute(rows: readonly NewMentorship[], options: StartOptions): Promise<StartOutcome> {
    if (rows.length === 0) return { started: [], refused: [] };
    return this.db.transaction(async () => {
      const people = await this.lockPeople(rows, options.programId);
      const { startable, refused } = chooseStartable(rows, people, await this.livePairs(rows), options);
      if (options.skipRefused !== true) refuse(refused);
      const started = await this.insert(startable, options.programId);
      if (options.silent !== true) await this.announce(started, options.programId);
      return { started: started.map(({ id, mentorId, menteeId }) => ({ id, mentorId, menteeId })), refused };
    });
  }

  /** Everybody named, locked, in one order everywhere; in the caller's transaction. */
  async lockPeople(rows: readonly NewMentorship[], programId: string): Promise<PersonPlaceRow[]> {
    const ids = [...new Set(rows.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))].sort();
    await this.db.query(
      `SELECT id FROM participation WHERE id = ANY($1::uuid[]) AND program_id = $2 ORDER BY id FOR NO KEY UPDATE`,
      [ids, programId],
    );
    // A new statement sees what others committed while this one waited for the locks.
    return this.db.query<PersonPlaceRow>(
      `SELECT p.id, p.role, p.state, pr.capacity, coalesce(l.live, 0)::int AS live
       FROM participation p
       LEFT JOIN profile pr ON pr.participation_id = p.id
       LEFT JOIN (
         SELECT person, count(*) AS live FROM (
           SELECT mentor_id AS person FROM mentorship WHERE mentor_id = ANY($1::uuid[]) AND state IN ${LIVE}
           UNION ALL
           SELECT mentee_id FROM mentorship WHERE mentee_id = ANY($1::uuid[]) AND state IN ${LIVE}
         ) AS ends GROUP BY person
       ) AS l ON l.person = p.id
       WHERE p.id = ANY($1::uuid[]) AND p.program_id = $2`,
      [ids, programId],
    );
  }

  /** Pairs of their mentors that are under way. */
  async livePairs(rows: readonly NewMentorship[]): Promise<PairRow[]> {
    return this.db.query<PairRow>(
      `SELECT mentor_id, mentee_id FROM mentorship WHERE mentor_id = ANY($1::uuid[]) AND state IN ${LIVE}`,
      [[...new Set(rows.map(({ mentorId }) => mentorId))]],
    );
  }

  private async insert(
    rows: readonly NewMentorship[],
    programId: string,
  ): Promise<(StartedMentorship & { readonly live: boolean })[]> {
    if (rows.length === 0) return [];
    const now = this.clock.now();
    const { endOf } = await this.terms.get(programId);
    const inserted = rows.map((row) => {
      const startedAt = row.startedAt ?? now;
      return {
        id: this.ids.next(),
        mentor_id: row.mentorId,
        mentee_id: row.menteeId,
        state: row.state ?? 'active',
        source: row.source,
        source_id: row.sourceId,
        rationale: row.rationale ?? { forMentee: [], forMentor: [] },
        started_at: startedAt,
        ends_at: row.endsAt ?? endOf(startedAt),
        ended_at: isPast(row) ? (row.endedAt ?? row.endsAt ?? now) : null,
      };
    });
    await this.db.query(
      `INSERT INTO mentorship (id, program_id, mentor_id, mentee_id, state, source, source_id, rationale, started_at,
         ends_at, ended_at, created_at)
       SELECT id, $2, mentor_id, mentee_id, state, source, source_id, rationale, started_at, ends_at, ended_at, $3
       FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, mentor_id uuid, mentee_id uuid, state text, source text,
         source_id uuid, rationale jsonb, started_at timestamptz, ends_at timestamptz, ended_at timestamptz)`,
      [JSON.stringify(inserted), programId, now],
    );
    return inserted.map((row) => ({
      id: row.id,
      mentorId: row.mentor_id,
      menteeId: row.mentee_id,
      live: row.ended_at === null,
    }));
  }

  private async announce(
    started: readonly (StartedMentorship & { readonly live: boolean })[],
    programId: string,
  ): Promise<void> {
    await this.outbox.append(
      ...started
        .filter(({ live }) => live)
        .map(({ id }) => ({
          type: 'mentorship.started.v1' as const,
          payload: { mentorshipId: id },
          programId,
          subjectId: id,
          subjectVersion: 1,
          dedupeKey: `mentorship.started:${id}`,
        })),
    );
  }
}

function refuse(refused: readonly RefusedMentorship[]): void {
  const [first] = refused;
  if (first === undefined) return;
  switch (first.why) {
    case 'mentor-full':
      throw new MentorFullError(
        refused.filter(({ why }) => why === 'mentor-full').map(({ mentorId }) => mentorId),
      );
    case 'mentee-has-mentor':
      throw new MenteeHasMentorError();
    case 'already-paired':
      throw new AlreadyPairedError();
    case 'not-available':
      throw new PersonNotAvailableError();
  }
}
