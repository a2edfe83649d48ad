import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import { Injectable } from '@nestjs/common';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { SameAgainOverError } from '../same-again.errors.js';
import type { SameAgainRef } from './answer-same-again.js';
import { ASKING_STATES } from './ask-same-again.js';
import type {
  SameAgainAnswer,
  SameAgainCounts,
  SameAgainQuestion,
  SameAgainView,
} from './same-again.view.js';

/** Reads who was asked to take part again, and what they say. */
@Injectable()
export class SameAgainQueries {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
  ) {}

  /** @throws CohortUnknownError */
  async counts(cohortId: string, programId: string): Promise<SameAgainCounts> {
    await this.cohorts.get(cohortId, programId);
    const [counts] = await this.db.query<SameAgainCounts>(
      `SELECT count(*)::int AS asked, (count(*) FILTER (WHERE answer = 'yes'))::int AS yes,
         (count(*) FILTER (WHERE answer = 'no'))::int AS no, (count(*) FILTER (WHERE answer IS NULL))::int AS silent
       FROM same_again WHERE cohort_id = $1`,
      [cohortId],
    );
    return counts ?? { asked: 0, yes: 0, no: 0, silent: 0 };
  }

  /** Those who were asked, for admins. @throws CohortUnknownError */
  async list(
    cohortId: string,
    programId: string,
    page: PageRequest,
    answer?: SameAgainAnswer | 'silent',
  ): Promise<Page<SameAgainView>> {
    const after = decodeCursor(page.cursor, ['id'])?.[0] ?? null;
    await this.cohorts.get(cohortId, programId);
    const rows = await this.db.query<SameAgainView>(
      `SELECT s.participation_id AS "participationId", p.role, a.name, s.answer, s.asked_at AS "askedAt",
         s.answered_at AS "answeredAt"
       FROM same_again s
       JOIN participation p ON p.id = s.participation_id
       JOIN account a ON a.id = p.account_id
       WHERE s.cohort_id = $1 AND ($2::uuid IS NULL OR s.participation_id > $2)
         AND ($3::text IS NULL OR coalesce(s.answer, 'silent') = $3)
       ORDER BY s.participation_id LIMIT $4`,
      [cohortId, after, answer ?? null, page.limit + 1],
    );
    return toPage(rows, page.limit, ({ participationId }) => encodeCursor([participationId]));
  }

  /** The question as whoever is asked sees it. @throws SameAgainOverError for whoever was not asked */
  async getQuestion(ref: SameAgainRef, accountId: string): Promise<SameAgainQuestion> {
    const [row] = await this.db.query<SameAgainQuestion & { readonly state: string }>(
      `SELECT g.name AS "programName", c.name AS "cohortName", c.term_from::text AS "termFrom", p.role, s.answer,
         p.state IN ('approved', 'active') AS active, c.state
       FROM same_again s
       JOIN cohort c ON c.id = s.cohort_id
       JOIN program g ON g.id = c.program_id
       JOIN participation p ON p.id = s.participation_id
       WHERE s.cohort_id = $1 AND s.participation_id = $2 AND c.program_id = $3 AND p.account_id = $4`,
      [ref.cohortId, ref.participationId, ref.programId, accountId],
    );
    if (row === undefined) throw new SameAgainOverError();
    const { programName, cohortName, termFrom, role, answer, active, state } = row;
    const open = ASKING_STATES.includes(state);
    return { programName, cohortName, termFrom, role, answer, active, open };
  }
}
