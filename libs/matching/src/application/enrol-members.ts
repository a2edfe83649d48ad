import { Database } from '#database';
import { type AuditActor, AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { MembersUnknownError } from '../matching.errors.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { AddMembers } from './add-members.js';
import { FillPlaces } from './fill-places.js';
import { RemoveMember } from './remove-member.js';

/** Who is enrolled: named participations, or everybody who takes part at present and has not said no. */
export interface EnrolMembersInput {
  readonly cohortId: string;
  readonly participationIds: readonly string[] | 'all-active';
}

/** Puts mentors and mentees into a round; whoever comes after its publication waits for a re-match. Whoever is in it already stays as they are. */
@Injectable()
export class EnrolMembers {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
    private readonly addMembers: AddMembers,
    private readonly audit: AuditLog,
  ) {}

  /** @returns how many are new in it; @throws CohortUnknownError, CohortStateError, MembersUnknownError */
  async execute(input: EnrolMembersInput, actor: AuditActor): Promise<{ enrolled: number }> {
    return this.db.transaction(async () => {
      const cohort = await this.cohorts.lockJoinable(input.cohortId, actor.programId);
      const who = input.participationIds;
      const participationIds = who === 'all-active' ? who : [...new Set(who)];
      if (participationIds !== 'all-active') await this.refuseUnknown(participationIds, actor.programId);
      const added = await this.addMembers.execute(cohort, { participationIds, by: actor.accountId });
      if (added.length > 0)
        await this.audit.record(actor, {
          action: 'cohort.members-enrolled',
          subjectId: cohort.id,
          about: added,
        });
      return { enrolled: added.length };
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

/** Takes somebody out of a round, or out of the line for it, with the overrides about them; the next in line moves up. */
@Injectable()
export class UnenrolMember {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
    private readonly removeMember: RemoveMember,
    private readonly fillPlaces: FillPlaces,
    private readonly audit: AuditLog,
  ) {}

  /** Does nothing for somebody who is not in it. @throws CohortUnknownError, CohortStateError, NotFoundError */
  async execute(
    input: { readonly cohortId: string; readonly participationId: string },
    actor: ProgramActor,
  ): Promise<void> {
    await this.db.transaction(async () => {
      const cohort = await this.cohorts.lockEditable(input.cohortId, actor.programId);
      await this.cohorts.refuseStrangers(actor.programId, [input.participationId]);
      const role = await this.removeMember.execute(cohort.id, input.participationId);
      await this.db.query(
        `DELETE FROM cohort_answer WHERE cohort_id = $1 AND participation_id = $2 AND answer = 'waiting'`,
        [cohort.id, input.participationId],
      );
      if (role === null) return;
      await this.fillPlaces.afterLeaving(cohort, role);
      await this.audit.record(actor, {
        action: 'cohort.member-removed',
        subjectId: cohort.id,
        about: [input.participationId],
      });
    });
  }
}
