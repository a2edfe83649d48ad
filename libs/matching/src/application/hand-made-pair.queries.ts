import { Database } from '#database';
import { decodeCursor, encodeCursor } from '#http';
import { type Page, type PageRequest, toPage } from '#kernel';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import type { DisplacedRow, HandMadePairRow } from '../persistence/hand-made-pair.rows.js';
import { ExplainPair } from './explain-pair.js';
import type { HandMadePairView, HandMadePreview, HandMadePrice } from './hand-made-pair.view.js';
import { PlanHandMadePair } from './plan-hand-made-pair.js';
import { RunQueries } from './run.queries.js';
import type { PairOfRun } from './score-pair-now.js';

/** Reads pairs that were made by hand, and what one would come to; for admins. */
@Injectable()
export class HandMadePairQueries {
  constructor(
    private readonly db: Database,
    private readonly runs: RunQueries,
    private readonly plans: PlanHandMadePair,
    private readonly explain: ExplainPair,
  ) {}

  /**
   * What making a pair would come to; changes nothing.
   *
   * @throws RunUnknownError, OverrideNotMembersError, PairOfRunError, HandMadeImpossibleError
   */
  async preview(runId: string, pair: PairOfRun, actor: ProgramActor): Promise<HandMadePreview> {
    const run = await this.runs.get(runId, actor.programId);
    const plan = await this.plans.execute(run, pair, actor.programId);
    const [names, whyNot] = await Promise.all([
      this.runs.namesOf(peopleOf(plan.displaced)),
      this.explain.execute({ runId, ...pair }, actor),
    ]);
    const score = plan.score.feasible ? plan.score.score : null;
    return {
      mentee: { participationId: plan.mentee.id, name: plan.mentee.name },
      mentor: { participationId: plan.mentor.id, name: plan.mentor.name },
      score,
      rules: plan.against.map(({ code }) => code),
      warnings: plan.against.map(({ words }) => words),
      price: priceOf(pair, score, plan.displaced, names),
      ifRunAgain: whyNot.cost,
    };
  }

  /** Hand-made pairs of a run, by mentee. @throws RunUnknownError */
  async list(runId: string, programId: string, page: PageRequest): Promise<Page<HandMadePairView>> {
    const [mentee, mentor] = decodeCursor(page.cursor, ['id', 'id']) ?? [null, null];
    await this.runs.get(runId, programId);
    const rows = await this.db.query<HandMadePairRow>(
      `SELECT h.mentee_id, h.mentor_id, h.score, h.contributions, h.broken_rules, h.displaced, h.mentorship_id, h.added_at,
         a.name AS mentee_name, b.name AS mentor_name, w.name AS added_by
       FROM hand_made_pair h JOIN account w ON w.id = h.added_by
       JOIN participation e ON e.id = h.mentee_id JOIN account a ON a.id = e.account_id
       JOIN participation o ON o.id = h.mentor_id JOIN account b ON b.id = o.account_id
       WHERE h.run_id = $1 AND ($2::uuid IS NULL OR (h.mentee_id, h.mentor_id) > ($2::uuid, $3::uuid))
       ORDER BY h.mentee_id, h.mentor_id LIMIT $4`,
      [runId, mentee, mentor, page.limit + 1],
    );
    const cut = toPage(rows, page.limit, (row) => encodeCursor([row.mentee_id, row.mentor_id]));
    const names = await this.runs.namesOf(cut.items.flatMap(({ displaced }) => peopleOf(displaced)));
    return { items: cut.items.map((row) => toView(row, names)), nextCursor: cut.nextCursor };
  }
}

type Names = ReadonlyMap<string, string>;

function peopleOf(displaced: readonly DisplacedRow[]): string[] {
  return displaced.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]);
}

function toView(row: HandMadePairRow, names: Names): HandMadePairView {
  const pair = { menteeId: row.mentee_id, mentorId: row.mentor_id };
  return {
    mentee: { participationId: row.mentee_id, name: row.mentee_name },
    mentor: { participationId: row.mentor_id, name: row.mentor_name },
    score: row.score,
    rules: row.broken_rules,
    price: priceOf(pair, row.score, row.displaced, names),
    mentorshipId: row.mentorship_id,
    by: row.added_by,
    at: row.added_at,
  };
}

/** Everybody but the two stays as the run has them, so sums are exact. */
function priceOf(
  { menteeId }: PairOfRun,
  score: number | null,
  displaced: readonly DisplacedRow[],
  names: Names,
): HandMadePrice {
  const named = (participationId: string) => ({
    participationId,
    name: names.get(participationId) ?? 'Somebody',
  });
  const lost = displaced.reduce((sum, pair) => sum + pair.score, 0);
  return {
    pairs: displaced.length - 1,
    points: lost - (score ?? 0),
    displaced: displaced.map((pair) => ({
      mentee: named(pair.menteeId),
      mentor: named(pair.mentorId),
      score: pair.score,
    })),
    losing: displaced.filter((pair) => pair.menteeId !== menteeId).map((pair) => named(pair.menteeId)),
  };
}
