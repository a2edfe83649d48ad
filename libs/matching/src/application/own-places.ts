import { Database } from '#database';
import { Clock } from '#kernel';
import { ownParticipation, type ProgramActor, ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import { EnrolmentNotActiveError, NoSuchRoleError, RoleToChooseError } from '../enrolment.errors.js';
import { CohortUnknownError } from '../matching.errors.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { enrolmentSettingsOf } from './enrolment-settings.js';
import { enrolmentWindow } from './enrolment-times.js';
import type { OwnEnrolmentView, OwnPartView, OwnPlace } from './enrolment.view.js';

type Side = 'mentor' | 'mentee';
const SIDES: readonly Side[] = ['mentor', 'mentee'];

/** Reads where somebody stands in a round, and whether they may enrol. */
@Injectable()
export class OwnPlaces {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly programs: ProgramQueries,
    private readonly cohorts: CohortRepository,
  ) {}

  /**
   * The actor's participation that is meant; whoever has both roles says which.
   *
   * @throws RoleToChooseError, NoSuchRoleError
   */
  participationOf(actor: ProgramActor, role: Side | undefined): string {
    const own = SIDES.filter((side) => role === undefined || role === side).flatMap(
      (side) => ownParticipation(actor, side)?.id ?? [],
    );
    if (own.length > 1) throw new RoleToChooseError();
    const [id] = own;
    if (id === undefined) throw new NoSuchRoleError(role ?? 'mentor or mentee');
    return id;
  }

  /** The role of somebody who takes part. @throws EnrolmentNotActiveError for whoever pauses, has left or is not approved */
  async activeRole(programId: string, participationId: string): Promise<Side> {
    const [row] = await this.db.query<{ state: string; role: Side }>(
      `SELECT state, role FROM participation WHERE id = $1 AND program_id = $2 FOR SHARE`,
      [participationId, programId],
    );
    if (row?.state !== 'approved' && row?.state !== 'active')
      throw new EnrolmentNotActiveError(row?.state ?? 'left');
    return row.role;
  }

  /** @throws CohortUnknownError also for a draft without dates: it is nobody's business yet */
  async view(cohortId: string, actor: ProgramActor): Promise<OwnEnrolmentView> {
    const cohort = await this.cohorts.get(cohortId, actor.programId);
    const settings = enrolmentSettingsOf(cohort.enrolment);
    if (cohort.state === 'draft' && settings.enrolsFrom === null) throw new CohortUnknownError();
    const { timeZone } = await this.programs.getById(actor.programId);
    const { closes } = enrolmentWindow(settings, timeZone);
    const own = SIDES.flatMap((side) => ownParticipation(actor, side)?.id ?? []);
    const { enrolsFrom, enrolsUntil, matchesOn } = settings;
    return {
      cohortId,
      name: cohort.name,
      state: cohort.state,
      open: cohort.state === 'open' && (closes === null || this.clock.now() < closes),
      enrolsFrom,
      enrolsUntil,
      matchesOn,
      parts: await this.partsOf(cohortId, own),
    };
  }

  /** What a page behind a link in a mail says. @throws CohortUnknownError */
  async factsOf({ cohortId, programId, participationId }: OwnPlace): Promise<OwnPartView & { name: string }> {
    const { name } = await this.cohorts.get(cohortId, programId);
    const [part] = await this.partsOf(cohortId, [participationId]);
    if (part === undefined) throw new CohortUnknownError();
    return { ...part, name };
  }

  private async partsOf(cohortId: string, ids: readonly string[]): Promise<OwnPartView[]> {
    return this.db.query<OwnPartView>(
      `SELECT p.id AS "participationId", p.role,
         CASE WHEN m.participation_id IS NOT NULL THEN 'in' ELSE a.answer END AS answer,
         CASE a.answer WHEN 'waiting' THEN (
           SELECT count(*)::int FROM cohort_answer o JOIN participation q ON q.id = o.participation_id
           WHERE o.cohort_id = $1 AND o.answer = 'waiting' AND q.role = p.role AND o.place <= a.place) END AS "placeInLine"
       FROM participation p
       LEFT JOIN cohort_member m ON m.cohort_id = $1 AND m.participation_id = p.id
       LEFT JOIN cohort_answer a ON a.cohort_id = $1 AND a.participation_id = p.id
       WHERE p.id = ANY($2::uuid[]) ORDER BY p.role`,
      [cohortId, ids],
    );
  }
}
