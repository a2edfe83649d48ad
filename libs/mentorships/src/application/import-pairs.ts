import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import type { PairRow } from '#roster';
import { Injectable } from '@nestjs/common';

/** A participation by whatever a file calls its person. */
interface KnownPerson {
  id: string;
  role: 'mentor' | 'mentee';
  email: string;
  external_id: string | null;
}

/**
 * Brings running and past pairs of a program in. They exist already, so nobody gets a mail, nobody's places are asked,
 * and a pair that is known stays as it is.
 */
@Injectable()
export class ImportPairs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns how many pairs were new, and how many were known */
  async execute(
    programId: string,
    rows: readonly PairRow[],
    importId: string,
  ): Promise<{ created: number; updated: number }> {
    const people = await this.knownPeople(programId);
    const pairs = rows.flatMap((row) => {
      const mentor = people.get(`mentor ${row.mentor}`);
      const mentee = people.get(`mentee ${row.mentee}`);
      if (mentor === undefined || mentee === undefined) return [];
      const { state, startedOn, endedOn } = row;
      return [{ id: this.ids.next(), mentor, mentee, state, started_on: startedOn, ended_on: endedOn }];
    });
    const inserted = await this.db.query(
      `INSERT INTO mentorship (id, program_id, mentor_id, mentee_id, state, source, source_id, started_at, ended_at, created_at)
       SELECT r.id, $1, r.mentor, r.mentee, r.state, 'import', $3,
         coalesce(r.started_on::timestamp AT TIME ZONE p.time_zone, $4),
         CASE WHEN r.state = 'active' THEN NULL ELSE coalesce(r.ended_on::timestamp AT TIME ZONE p.time_zone, $4) END, $4
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, mentor uuid, mentee uuid, state text, started_on date, ended_on date)
       JOIN program p ON p.id = $1
       WHERE NOT EXISTS (
         SELECT 1 FROM mentorship m WHERE m.mentor_id = r.mentor AND m.mentee_id = r.mentee
           AND (m.state = r.state OR (r.state = 'active' AND m.state IN ('proposed', 'paused'))))
       ON CONFLICT DO NOTHING RETURNING id`,
      [programId, JSON.stringify(pairs), importId, this.clock.now()],
    );
    return { created: inserted.length, updated: pairs.length - inserted.length };
  }

  private async knownPeople(programId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<KnownPerson>(
      `SELECT p.id, p.role, a.email, f.external_id FROM participation p
       JOIN account a ON a.id = p.account_id LEFT JOIN profile f ON f.participation_id = p.id
       WHERE p.program_id = $1 AND p.role IN ('mentor', 'mentee')`,
      [programId],
    );
    const known = new Map<string, string>();
    for (const { id, role, email, external_id } of rows) {
      known.set(`${role} ${email}`, id);
      if (external_id !== null) known.set(`${role} ${external_id}`, id);
    }
    return known;
  }
}
