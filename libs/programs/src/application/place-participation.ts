import { Database } from '#database';
import { InvalidInputError, NotAllowedError, VersionConflictError } from '#http';
import { Injectable } from '@nestjs/common';
import type { ParticipationEntity } from '../persistence/participation.entity.js';
import { ParticipationRepository } from '../persistence/participation.repository.js';
import { ownParticipation, type ProgramActor } from '../program-actor.js';
import { AuditLog } from './audit-log.js';
import { changedFields } from './changed-fields.js';
import { ParticipationQueries } from './participation.queries.js';
import type { ParticipationView } from './participation.view.js';

/** What is changed; what is left out stays, null takes it away. */
export interface PlaceParticipationInput {
  readonly participationId: string;
  readonly version: number;
  readonly site?: string | null;
  readonly limitedToSite?: string | null;
}

/** Says at which site somebody is, and which coordinator sees to one site alone. */
@Injectable()
export class PlaceParticipation {
  constructor(
    private readonly db: Database,
    private readonly rows: ParticipationRepository,
    private readonly queries: ParticipationQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotFoundError, VersionConflictError, NotAllowedError, InvalidInputError */
  async execute(input: PlaceParticipationInput, actor: ProgramActor): Promise<ParticipationView> {
    const { participationId: id, version } = input;
    const { programId } = actor;
    await this.db.transaction(async () => {
      // One at a time for each program, so that a site has one spelling.
      await this.db.query(`SELECT 1 FROM program WHERE id = $1 FOR NO KEY UPDATE`, [programId]);
      const row = await this.rows.lock(programId, id);
      if (row.version !== version) throw new VersionConflictError();
      refuseLimit(input, row, actor);
      const next = {
        site: await this.spelled(programId, input.site, row.site),
        limitedToSite: await this.spelled(programId, input.limitedToSite, row.limitedToSite),
      };
      const fields = changedFields(row, next);
      if (fields.length === 0) return;
      await this.rows.note(row, next);
      await this.audit.record(actor, { action: 'participation.placed', subjectId: id, about: [id], fields });
    });
    return this.queries.getById(programId, id);
  }

  /** A site as the program spells it already; `present` when nothing was said. */
  private async spelled(
    programId: string,
    given: string | null | undefined,
    present: string | null,
  ): Promise<string | null> {
    if (given === undefined) return present;
    const site = given === null ? '' : normaliseSite(given);
    if (site === '') return null;
    const [known] = await this.db.query<{ site: string }>(
      `SELECT site FROM participation WHERE program_id = $1 AND lower(site) = lower($2)
       UNION SELECT limited_to_site FROM participation WHERE program_id = $1 AND lower(limited_to_site) = lower($2) LIMIT 1`,
      [programId, site],
    );
    return known?.site ?? site;
  }
}

/** One form for each spelling: composed letters, single spaces, none around. */
export function normaliseSite(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

/** @throws NotAllowedError, InvalidInputError */
function refuseLimit(
  { limitedToSite }: PlaceParticipationInput,
  row: ParticipationEntity,
  actor: ProgramActor,
): void {
  if (limitedToSite === undefined || limitedToSite === row.limitedToSite) return;
  if (ownParticipation(actor, 'owner') === null)
    throw new NotAllowedError('Only an owner of the program can limit a coordinator to a site.');
  if (row.role !== 'coordinator' && limitedToSite !== null)
    throw new InvalidInputError([
      { path: 'limitedToSite', message: 'Only a coordinator can be limited to a site; leave it out.' },
    ]);
}
