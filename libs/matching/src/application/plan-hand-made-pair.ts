import { Database } from '#database';
import { type PairScore, pairReasons } from '#scoring';
import { Injectable } from '@nestjs/common';
import { HandMadeImpossibleError, OverrideNotMembersError, PairOfRunError } from '../matching.errors.js';
import type { DisplacedRow, StandingPairRow } from '../persistence/hand-made-pair.rows.js';
import { PeopleRepository } from '../persistence/people.repository.js';
import { freePlacesOf, obstaclesOf } from '../persistence/person.mapper.js';
import type { PersonRow } from '../persistence/person.rows.js';
import { notReadyWords } from './describe-diagnosis.js';
import type { RunView } from './run.view.js';
import { type PairOfRun, ScorePairNow } from './score-pair-now.js';

/** Rules that protect people, and that nobody sets aside. */
const NEVER: readonly string[] = ['self', 'blocked', 'veto'];

/** What making a pair by hand comes to. */
export interface HandMadePlan {
  readonly mentee: PersonRow;
  readonly mentor: PersonRow;
  readonly score: PairScore;
  /** Codes and words of what stands against it. */
  readonly against: readonly { readonly code: string; readonly words: string }[];
  readonly displaced: readonly DisplacedRow[];
}

/**
 * Works out what a hand-made pair takes the place of: the mentee's own pair, and of a mentor without a place left the pair
 * that scores least, those first that nobody approved. Locked and hand-made ones stay.
 */
@Injectable()
export class PlanHandMadePair {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleRepository,
    private readonly scorePair: ScorePairNow,
  ) {}

  /** @throws OverrideNotMembersError, PairOfRunError, HandMadeImpossibleError */
  async execute(run: RunView, pair: PairOfRun, programId: string): Promise<HandMadePlan> {
    const { mentee, mentor } = await this.members(run, pair, programId);
    const score = await this.scorePair.execute(run, pair, programId);
    const standing = await this.standing(run, pair);
    const isOwn = (row: StandingPairRow): boolean =>
      row.mentee_id === pair.menteeId && row.mentor_id === pair.mentorId;
    if (standing.some(isOwn)) throw new PairOfRunError();
    const live = standing.filter(({ decision }) => decision === null || decision === 'approved');
    const ofMentee = live.filter((row) => row.mentee_id === pair.menteeId);
    const ofMentor = live.filter((row) => row.mentor_id === pair.mentorId);
    const tooMany = ofMentor.length + 1 - freePlacesOf(mentor);
    const leaving = ofMentor.filter(canLeave).sort(firstToLeave).slice(0, Math.max(0, tooMany));
    const reasons = [
      ...[mentor, mentee].flatMap((row) => {
        const obstacles = obstaclesOf(row);
        return obstacles.length === 0 ? [] : [`${row.name} ${notReadyWords(obstacles)}`];
      }),
      ...(score !== null && !score.feasible && score.reasons.some((code) => NEVER.includes(code))
        ? ['these two are kept apart whatever an admin says']
        : []),
      ...(ofMentee.every(canLeave) ? [] : [`${mentee.name} has a locked or hand-made pair already`]),
      ...(freePlacesOf(mentor) === 0
        ? [`${mentor.name} has no free place`]
        : leaving.length < tooMany
          ? [`locked and hand-made pairs hold every free place of ${mentor.name}`]
          : []),
    ];
    if (score === null || reasons.length > 0)
      throw new HandMadeImpossibleError(mentor.name, mentee.name, reasons);
    return {
      mentee,
      mentor,
      score,
      against: await this.against(run, pair, score),
      displaced: [...ofMentee, ...leaving].map((row) => ({
        menteeId: row.mentee_id,
        mentorId: row.mentor_id,
        score: row.score,
        before: row.before,
      })),
    };
  }

  private async members(
    run: RunView,
    { menteeId, mentorId }: PairOfRun,
    programId: string,
  ): Promise<{ mentee: PersonRow; mentor: PersonRow }> {
    const participationIds = [menteeId, mentorId];
    const rows = await this.people.load({ programId, cohortId: run.cohortId, participationIds });
    const mentor = rows.find(({ id, role }) => id === mentorId && role === 'mentor');
    const mentee = rows.find(({ id, role }) => id === menteeId && role === 'mentee');
    if (mentor !== undefined && mentee !== undefined) return { mentor, mentee };
    throw new OverrideNotMembersError([
      ...(mentor === undefined ? [{ path: 'mentorId', message: 'This is no mentor of the cohort.' }] : []),
      ...(mentee === undefined ? [{ path: 'menteeId', message: 'This is no mentee of the cohort.' }] : []),
    ]);
  }

  /** Pairs of the two that are not published, nor were tried in vain. */
  private async standing(run: RunView, { menteeId, mentorId }: PairOfRun): Promise<StandingPairRow[]> {
    const rows = await this.db.query<StandingPairRow>(
      `SELECT p.mentee_id, p.mentor_id, p.score, p.locked, false AS hand_made, d.kind AS decision,
         CASE WHEN d.kind IS NOT NULL THEN jsonb_build_object('kind', d.kind, 'note', d.note, 'decidedBy', d.decided_by,
           'decidedAt', d.decided_at) END AS before
       FROM match_pair p LEFT JOIN pair_decision d USING (run_id, mentee_id, mentor_id)
       WHERE p.run_id = $1 AND (p.mentee_id = $2 OR p.mentor_id = $3) AND p.mentorship_id IS NULL
       UNION ALL
       SELECT mentee_id, mentor_id, coalesce(score, 0), false, true, NULL, NULL FROM hand_made_pair
       WHERE run_id = $1 AND (mentee_id = $2 OR mentor_id = $3) AND mentorship_id IS NULL
       ORDER BY mentee_id, mentor_id`,
      [run.id, menteeId, mentorId],
    );
    const skipped = run.publication?.skipped ?? [];
    return rows.filter(
      (row) => !skipped.some((one) => one.menteeId === row.mentee_id && one.mentorId === row.mentor_id),
    );
  }

  private async against(
    run: RunView,
    { menteeId, mentorId }: PairOfRun,
    score: PairScore,
  ): Promise<HandMadePlan['against']> {
    const forbidden = await this.db.query(
      `SELECT 1 FROM pair_override WHERE cohort_id = $1 AND mentee_id = $2 AND mentor_id = $3 AND kind = 'forbid'`,
      [run.cohortId, menteeId, mentorId],
    );
    const { minimumScore } = run.parameters;
    return [
      ...(score.feasible
        ? []
        : score.reasons.map((code) => ({ code, words: pairReasons([code]).join('; ') }))),
      ...(forbidden.length > 0 ? [{ code: 'forbidden', words: 'the pair is forbidden in this cohort' }] : []),
      ...(score.feasible && score.score < minimumScore
        ? [
            {
              code: 'below-minimum',
              words: `they score ${score.score}, less than the cohort’s least score of ${minimumScore}`,
            },
          ]
        : []),
    ];
  }
}

function canLeave({ locked, hand_made: handMade }: StandingPairRow): boolean {
  return !locked && !handMade;
}

function firstToLeave(a: StandingPairRow, b: StandingPairRow): number {
  return Number(a.decision === 'approved') - Number(b.decision === 'approved') || a.score - b.score;
}
