import { Database } from '#database';
import { decodeCursor, encodeCursor, NotFoundError } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { Injectable } from '@nestjs/common';
import { toParticipationView } from '../persistence/participation.mapper.js';
import type { ParticipationRow } from '../persistence/participation.rows.js';
import type { ParticipationState, ProgramActor, ProgramRole } from '../program-actor.js';
import { inSite } from './in-site.js';
import type { ParticipationCount, ParticipationView } from './participation.view.js';

const SELECT = `SELECT pa.id, pa.program_id, pa.account_id, a.name, a.email, pa.role, pa.state, pa.source, pa.pause_reason, pa.application_note,
    pa.decision_note, pa.privacy_confirmed_at, pa.site, pa.limited_to_site, pa.state_changed_at, pa.created_at, pa.version
  FROM participation pa JOIN account a ON a.id = pa.account_id`;

/** What a list of participations may be narrowed to. */
export interface ParticipationFilter {
  readonly role?: ProgramRole | undefined;
  readonly state?: ParticipationState | undefined;
  /** Part of a name or address. */
  readonly search?: string | undefined;
  readonly site?: string | undefined;
}

/** Reads who takes part. */
@Injectable()
export class ParticipationQueries {
  constructor(private readonly db: Database) {}

  /** The participation of this program, or null. */
  async findById(programId: string, id: string): Promise<ParticipationView | null> {
    const [row] = await this.db.query<ParticipationRow>(`${SELECT} WHERE pa.program_id = $1 AND pa.id = $2`, [
      programId,
      id,
    ]);
    return row === undefined ? null : toParticipationView(row);
  }

  /** The participation of this program; @throws NotFoundError also for one of another program */
  async getById(programId: string, id: string): Promise<ParticipationView> {
    const found = await this.findById(programId, id);
    if (found === null) throw new NotFoundError('This person');
    return found;
  }

  /** Participations of this program by id; unknown ones are left out. */
  async listByIds(programId: string, ids: readonly string[]): Promise<ParticipationView[]> {
    const rows = await this.db.query<ParticipationRow>(
      `${SELECT} WHERE pa.program_id = $1 AND pa.id = ANY($2::uuid[])`,
      [programId, ids],
    );
    return rows.map(toParticipationView);
  }

  /** All roles that an account has in a program. */
  async listOfAccount(programId: string, accountId: string): Promise<ParticipationView[]> {
    const rows = await this.db.query<ParticipationRow>(
      `${SELECT} WHERE pa.program_id = $1 AND pa.account_id = $2 ORDER BY pa.role`,
      [programId, accountId],
    );
    return rows.map(toParticipationView);
  }

  /** Everybody of a program in the order in which they came; for admins alone. */
  async list(
    programId: string,
    filter: ParticipationFilter,
    page: PageRequest,
  ): Promise<Page<ParticipationView>> {
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    const rows = await this.db.query<ParticipationRow>(
      `${SELECT} WHERE pa.program_id = $1
         AND ($2::text IS NULL OR pa.role = $2) AND ($3::text IS NULL OR pa.state = $3)
         AND ($4::text IS NULL OR position(lower($4) in lower(a.name)) > 0 OR position(lower($4) in a.email) > 0)
         AND ($5::text IS NULL OR pa.id::text > $5) AND ${inSite(7, 'pa')}
       ORDER BY pa.id LIMIT $6`,
      [
        programId,
        filter.role ?? null,
        filter.state ?? null,
        filter.search ?? null,
        after,
        page.limit + 1,
        filter.site ?? null,
      ],
    );
    return toPage(rows.map(toParticipationView), page.limit, (last) => encodeCursor([last.id]));
  }

  /** How many people there are by role and state, at one site or at all. */
  async counts({ programId, site }: Pick<ProgramActor, 'programId' | 'site'>): Promise<ParticipationCount[]> {
    return this.db.query<ParticipationCount>(
      `SELECT role, state, count(*)::int AS count FROM participation pa WHERE program_id = $1 AND ${inSite(2, 'pa')}
       GROUP BY role, state ORDER BY role, state`,
      [programId, site ?? null],
    );
  }
}
