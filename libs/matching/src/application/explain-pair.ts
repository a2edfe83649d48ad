import { type Certificate, pricesOf } from '#assignment';
import { Database } from '#database';
import type { ProgramActor } from '#programs';
import { pairReasons } from '#scoring';
import { Injectable } from '@nestjs/common';
import { boundWords, costWords } from './cost-words.js';
import { type ExactCost, ExactCostOfPair } from './exact-cost.js';
import { RunQueries } from './run.queries.js';
import type { NamedPerson, PairCost, WhyNotView } from './run.view.js';
import { ScorePairNow } from './score-pair-now.js';

/** Which pair of which run. */
export interface ExplainPairInput {
  readonly runId: string;
  readonly menteeId: string;
  readonly mentorId: string;
}

interface MadePair {
  mentee_id: string;
  mentor_id: string;
}

/**
 * Why a run did not make a pair: the rules in the way as the profiles are now, or what the pair would cost. That is exact
 * while the people are those of the run; else a bound that the prices of the run's certificate give.
 */
@Injectable()
export class ExplainPair {
  constructor(
    private readonly db: Database,
    private readonly runs: RunQueries,
    private readonly scorePair: ScorePairNow,
    private readonly exactCost: ExactCostOfPair,
  ) {}

  /** @throws RunUnknownError */
  async execute(input: ExplainPairInput, actor: ProgramActor): Promise<WhyNotView> {
    const { menteeId, mentorId } = input;
    const run = await this.runs.get(input.runId, actor.programId);
    const names = await this.runs.namesOf([menteeId, mentorId]);
    const score = await this.scorePair.execute(run, input, actor.programId);
    const base = { rules: [], score: null, atLeastPoints: null, cost: null };
    if (score === null)
      return {
        ...base,
        kind: 'not-in-run',
        why: 'One of the two took no part in this run, or has left since.',
      };
    const made = await this.made(input);
    const own = made.some((pair) => pair.mentee_id === menteeId && pair.mentor_id === mentorId);
    const mentee = names.get(menteeId) ?? 'The mentee';
    const mentor = names.get(mentorId) ?? 'The mentor';
    if (own) return { ...base, kind: 'paired', why: `${mentee} and ${mentor} are a pair of this run.` };
    if (!score.feasible) {
      const why = `${mentee} and ${mentor} may not be matched: ${pairReasons(score.reasons).join('; ')}.`;
      return { ...base, kind: 'rules', why, rules: score.reasons };
    }
    if (await this.isForbidden(run.cohortId, input)) {
      const why = `An admin forbade ${mentee} and ${mentor}. Take that back and run again.`;
      return { ...base, kind: 'overridden', why, score: score.score };
    }
    const certificate = await this.certificate(run.id);
    const bound = lossOf(certificate, input, score.score);
    const exact =
      certificate === null ? null : await this.exactCost.ask(run, actor.programId, certificate, input);
    const cost = await this.costOf(exact);
    const others = await this.runs.namesOf(made.flatMap((pair) => [pair.mentee_id, pair.mentor_id]));
    const instead = made.map((pair) =>
      pair.mentee_id === menteeId
        ? `${mentee} has ${others.get(pair.mentor_id) ?? 'another mentor'}`
        : `${mentor} has ${others.get(pair.mentee_id) ?? 'another mentee'}`,
    );
    const why = [
      `They score ${score.score}.`,
      ...(instead.length > 0 ? [`${instead.join(', ')}.`] : []),
      ...(cost === null ? boundWords(bound, exact) : costWords(cost)),
    ].join(' ');
    return { ...base, kind: 'cost', why, score: score.score, atLeastPoints: bound, cost };
  }

  private async costOf(exact: ExactCost | null): Promise<PairCost | null> {
    if (exact?.kind !== 'known' || exact.answer.kind !== 'cost') return null;
    const { pairs, points, losing, gaining } = exact.answer;
    const names = await this.runs.namesOf([...losing, ...gaining]);
    const named = (ids: readonly string[]): NamedPerson[] =>
      ids.map((participationId) => ({ participationId, name: names.get(participationId) ?? 'Somebody' }));
    return { pairs, points, losing: named(losing), gaining: named(gaining) };
  }

  private async made({ runId, menteeId, mentorId }: ExplainPairInput): Promise<MadePair[]> {
    return this.db.query<MadePair>(
      `SELECT mentee_id, mentor_id FROM match_pair WHERE run_id = $1 AND (mentee_id = $2 OR mentor_id = $3)
       ORDER BY mentee_id, mentor_id`,
      [runId, menteeId, mentorId],
    );
  }

  private async certificate(runId: string): Promise<Certificate | null> {
    const [row] = await this.db.query<{ certificate: Certificate | null }>(
      `SELECT certificate FROM match_run WHERE id = $1`,
      [runId],
    );
    return row?.certificate ?? null;
  }

  private async isForbidden(cohortId: string, { menteeId, mentorId }: ExplainPairInput): Promise<boolean> {
    const rows = await this.db.query(
      `SELECT 1 FROM pair_override WHERE cohort_id = $1 AND mentee_id = $2 AND mentor_id = $3 AND kind = 'forbid'`,
      [cohortId, menteeId, mentorId],
    );
    return rows.length > 0;
  }
}

/** Both prices minus what the pair is worth: no matching with the pair comes closer to the best one (weak duality). */
function lossOf(
  stored: Certificate | null,
  { menteeId, mentorId }: ExplainPairInput,
  score: number,
): number | null {
  const certificate = stored === null ? null : pricesOf(stored);
  const mentee = certificate?.mentees.find(({ id }) => id === menteeId);
  const mentor = certificate?.mentors.find(({ id }) => id === mentorId);
  if (certificate === null || mentee === undefined || mentor === undefined) return null;
  if (certificate.scoreWeight <= 0) return null;
  const worth = certificate.pairWeight + certificate.scoreWeight * score;
  const loss = Math.floor((mentee.price + mentor.price - worth) / certificate.scoreWeight);
  // More than any score: the cohort would lose whole pairs, which points do not express.
  return loss < 0 || loss > 10_000 ? null : loss;
}
