import { Database } from '#database';
import { Clock } from '#kernel';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { MembersUnknownError } from '../matching.errors.js';
import { CohortRepository } from '../persistence/cohort.repository.js';

/** Who is enrolled: named participations, or everybody who takes part at present. */
export interface EnrolMembersInput {
  readonly cohortId: string;
  readonly participationIds: readonly string[] | 'all-active';
}

/** Puts mentors and mentees into a round. Whoever is in it already stays as they are. */
@Injectable()
export class EnrolMembers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cohorts: CohortRepository,
  ) {}

  /** @returns how many are new in it; @throws CohortUnknownError, CohortStateError, MembersUnknownError */
  async execute(input: EnrolMembersInput, actor: ProgramActor): Promise<{ enrolled: number }> {
    return this.db.transaction(async () => {
      const cohort = await this.cohorts.lockEditable(input.cohortId, actor.programId);
      const all = input.participationIds === 'all-active';
      const ids = all ? [] : [...new Set(input.participationIds)];
      if (!all) await this.refuseUnknown(ids, actor.programId);
      // Rounds waited come from the round before in which a mentee was left over, unless somebody was found meanwhile.
      const rows = await this.db.query(
        `INSERT INTO cohort_member (cohort_id, participation_id, role, enrolled_by, enrolled_at, rounds_waited)
         SELECT $1, p.id, p.role, $2, $3, CASE WHEN p.role = 'mentor' THEN 0 ELSE coalesce((
             SELECT before.rounds_waited FROM cohort_member before JOIN cohort c ON c.id = before.cohort_id
             WHERE before.participation_id = p.id AND c.id <> $1
               AND c.state IN ('published', 'running', 'completed')
               AND NOT EXISTS (SELECT 1 FROM mentorship m WHERE m.mentee_id = p.id AND m.started_at >= before.enrolled_at)
             ORDER BY c.id DESC LIMIT 1), 0) END
         FROM participation p
         WHERE p.program_id = $4 AND p.role IN ('mentor', 'mentee')
           AND CASE WHEN $5 THEN p.state IN ('approved', 'active') ELSE p.id = ANY($6::uuid[]) END
         ON CONFLICT DO NOTHING RETURNING participation_id`,
        [cohort.id, actor.accountId, this.clock.now(), actor.programId, all, ids],
      );
      return { enrolled: rows.length };
    });
  }

  private async refuseUnknown(ids: readonly string[], programId: string): Promise<void> {
    const known = await this.db.query<{ id: string }>(
      `SELECT id FROM participation WHERE id = ANY($1::uuid[]) AND program_id = $2
         AND role IN ('mentor', 'mentee') AND state NOT IN ('left', 'declined')`,
      [ids, programId],
    );
    const found = new Set(known.map(({ id }) => id));
    const problems = ids.flatMap((id, index) =>
      found.has(id)
        ? []
        : [{ path: `participationIds.${index}`, message: 'This is no mentor or mentee of this program.' }],
    );
    if (problems.length > 0) throw new MembersUnknownError(problems);
  }
}

/** Takes somebody out of a round, with the overrides about them. */
@Injectable()
export class UnenrolMember {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
  ) {}

  /** Does nothing for somebody who is not in it. @throws CohortUnknownError, CohortStateError, NotFoundError */
  async execute(
    input: { readonly cohortId: string; readonly participationId: string },
    actor: ProgramActor,
  ): Promise<void> {
    await this.db.transaction(async () => {
      const cohort = await this.cohorts.lockEditable(input.cohortId, actor.programId);
      await this.cohorts.refuseStrangers(actor.programId, [input.participationId]);
      const who = [cohort.id, input.participationId];
      await this.db.query(
        `DELETE FROM pair_override WHERE cohort_id = $1 AND (mentor_id = $2 OR mentee_id = $2)`,
        who,
      );
      await this.db.query(`DELETE FROM cohort_member WHERE cohort_id = $1 AND participation_id = $2`, who);
    });
  }
}
