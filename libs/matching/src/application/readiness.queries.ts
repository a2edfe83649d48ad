import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { Clock, type Page, type PageRequest, toPage } from '#kernel';
import { ProgramQueries } from '#programs';
import { Injectable } from '@nestjs/common';
import { CohortRepository } from '../persistence/cohort.repository.js';
import type { ReadinessProblem } from './cohort.view.js';
import { enrolmentSettingsOf } from './enrolment-settings.js';
import { readinessParameters } from './readiness-reasons.js';
import { READINESS } from './readiness.sql.js';
import type { ReadinessView, RoleReadiness, UnreadyPersonView } from './readiness.view.js';

type Side = 'mentor' | 'mentee';

/** What a person can put right, so that reminding them makes sense. */
const OWN_TO_FIX: readonly ReadinessProblem[] = [
  'paused',
  'not-confirmed',
  'not-claimed',
  'no-profile',
  'no-free-place',
  'no-skills-or-goals',
  'no-availability',
];

/** Which people are listed. */
export interface UnreadyFilter {
  readonly role?: Side | undefined;
  readonly reason?: ReadinessProblem | undefined;
}

/** Reads who of a round is ready to be matched, and what is missing. Counted by the database, however many there are. */
@Injectable()
export class ReadinessQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly programs: ProgramQueries,
    private readonly cohorts: CohortRepository,
  ) {}

  /** Counts by role and reason, and whether a run may start. @throws CohortUnknownError */
  async get(cohortId: string, programId: string): Promise<ReadinessView> {
    const cohort = await this.cohorts.get(cohortId, programId);
    const { readyMentorsPercent } = enrolmentSettingsOf(cohort.enrolment);
    const parameters = await this.parametersFor(cohortId, programId);
    const rows = await this.db.query<{ role: Side; reason: ReadinessProblem | null; count: number }>(
      `WITH people AS MATERIALIZED (${READINESS})
       SELECT role, NULL AS reason, count(*)::int AS count FROM people WHERE reasons = '{}' GROUP BY role
       UNION ALL
       SELECT role, 'any', count(*)::int FROM people WHERE reasons <> '{}' GROUP BY role
       UNION ALL
       SELECT role, reason, count(*)::int FROM people, unnest(reasons) AS reason GROUP BY role, reason`,
      parameters,
    );
    const of = (role: Side): RoleReadiness => {
      const own = rows.filter((row) => row.role === role);
      const count = (reason: string | null) => own.find((row) => row.reason === reason)?.count ?? 0;
      const [ready, notReady] = [count(null), count('any')];
      const reasons = own.flatMap(({ reason, count: people }) =>
        reason === null || (reason as string) === 'any' ? [] : [{ reason, people }],
      );
      return { ready, notReady, reasons: reasons.sort((a, b) => b.people - a.people) };
    };
    const mentors = of('mentor');
    const percent = percentOf(mentors);
    return {
      mentors,
      mentees: of('mentee'),
      readyMentorsPercent: percent,
      neededMentorsPercent: readyMentorsPercent,
      runMayStart: readyMentorsPercent === null || percent >= readyMentorsPercent,
    };
  }

  /** Who is not ready, and why. @throws CohortUnknownError */
  async listUnready(
    cohortId: string,
    programId: string,
    page: PageRequest,
    { role, reason }: UnreadyFilter = {},
  ): Promise<Page<UnreadyPersonView>> {
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    await this.cohorts.get(cohortId, programId);
    const rows = await this.db.query<UnreadyPersonView>(
      `WITH people AS (${READINESS})
       SELECT id AS "participationId", role, name, reasons FROM people
       WHERE reasons <> '{}' AND ($4::text IS NULL OR role = $4) AND ($5::text IS NULL OR $5 = ANY(reasons))
         AND ($6::uuid IS NULL OR id > $6) ORDER BY id LIMIT $7`,
      [
        ...(await this.parametersFor(cohortId, programId)),
        role ?? null,
        reason ?? null,
        after,
        page.limit + 1,
      ],
    );
    return toPage(rows, page.limit, ({ participationId }) => encodeCursor([participationId]));
  }

  /** Those of a portion who can do something about it themselves, by participation id. */
  async listRemindable(
    cohortId: string,
    programId: string,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `WITH people AS (${READINESS})
       SELECT id FROM people
       WHERE reasons && $4::text[] AND state IN ('approved', 'active', 'paused')
         AND ($5::uuid IS NULL OR id > $5) ORDER BY id LIMIT $6`,
      [...(await this.parametersFor(cohortId, programId)), OWN_TO_FIX, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  private async parametersFor(cohortId: string, programId: string): Promise<[string, boolean, Date]> {
    const { settings } = await this.programs.getById(programId);
    return readinessParameters({ cohortId, settings, now: this.clock.now() });
  }
}

/** Whole per cent, rounded down: 74.9 are not 75. */
function percentOf({ ready, notReady }: RoleReadiness): number {
  return ready + notReady === 0 ? 0 : Math.floor((100 * ready) / (ready + notReady));
}
