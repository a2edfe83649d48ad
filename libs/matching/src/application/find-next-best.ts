import { Database } from '#database';
import { MatchingProfiles } from '#profiles';
import { contextOf, type MenteeProfile, scorePair, type ScoringContext } from '#scoring';
import { Injectable } from '@nestjs/common';
import { NoNextBestError } from '../matching.errors.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { PeopleRepository } from '../persistence/people.repository.js';
import { freePlacesOf, obstaclesOf, withFreePlaces, withStanding } from '../persistence/person.mapper.js';
import type { PersonRow } from '../persistence/person.rows.js';
import { notReadyWords } from './describe-diagnosis.js';
import { LoadSnapshot } from './load-snapshot.js';
import type { NextBestMentor } from './next-best.view.js';
import type { RunView } from './run.view.js';

/** For whom, and how many. */
export interface NextBestInput {
  readonly run: RunView;
  readonly programId: string;
  readonly menteeId: string;
  /** One mentor alone; all of the round when missing. */
  readonly mentorId?: string;
  readonly limit: number;
}

/** Mentors read at a time: however many a round has, few are in memory. */
const PORTION = 500;

/**
 * The best mentors for a mentee who goes without, among those with a place that is free now, under the settings of the run:
 * none that the round forbids, none whom the run gave them before, and no place that a pair of the run waits for.
 */
@Injectable()
export class FindNextBest {
  constructor(
    private readonly db: Database,
    private readonly cohorts: CohortRepository,
    private readonly people: PeopleRepository,
    private readonly profiles: MatchingProfiles,
    private readonly snapshots: LoadSnapshot,
  ) {}

  /** Best score first. @throws NotFoundError for somebody of another program, NoNextBestError */
  async execute(input: NextBestInput): Promise<NextBestMentor[]> {
    const { run, programId, limit } = input;
    await this.cohorts.refuseStrangers(programId, [input.menteeId]);
    const mentee = await this.mentee(input);
    const context = contextOf(await this.snapshots.context(programId, run.parameters));
    const barred = await this.barred(input);
    let best: NextBestMentor[] = [];
    for (let after: string | null = null; ;) {
      const rows: PersonRow[] = await this.people.load({
        programId,
        cohortId: run.cohortId,
        role: 'mentor',
        ...(input.mentorId === undefined ? {} : { participationIds: [input.mentorId] }),
        after,
        limit: PORTION,
      });
      const free = await this.freeOf(
        input,
        rows.filter((row) => obstaclesOf(row).length === 0 && freePlacesOf(row) > 0 && !barred.has(row.id)),
      );
      best = [...best, ...(await this.scored(input, mentee, free, context))]
        .sort((a, b) => b.score - a.score || (a.mentor.participationId < b.mentor.participationId ? -1 : 1))
        .slice(0, limit);
      after = rows.at(-1)?.id ?? null;
      if (rows.length < PORTION) return best;
    }
  }

  private async mentee({ run, programId, menteeId }: NextBestInput): Promise<MenteeProfile> {
    const participationIds = [menteeId];
    const [row] = await this.people.load({
      programId,
      cohortId: run.cohortId,
      role: 'mentee',
      participationIds,
    });
    if (row === undefined) throw new NoNextBestError('This person', 'they are no mentee of the cohort');
    const obstacles = obstaclesOf(row);
    if (obstacles.length > 0) throw new NoNextBestError(row.name, notReadyWords(obstacles));
    const { mentees } = await this.profiles.load(programId, { participationIds, includePaused: true });
    const [mentee] = mentees;
    if (mentee === undefined || mentee.paused === true)
      throw new NoNextBestError(row.name, notReadyWords([mentee === undefined ? 'no-profile' : 'away']));
    return withStanding(mentee, row);
  }

  /** Mentors whom the round forbids or an admin declined, or whom the run gave the mentee already, whatever came of it. */
  private async barred({ run, menteeId }: NextBestInput): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ mentor_id: string }>(
      `SELECT mentor_id FROM pair_override WHERE cohort_id = $1 AND mentee_id = $2 AND kind = 'forbid'
       UNION SELECT mentor_id FROM pair_decision WHERE run_id = $3 AND mentee_id = $2 AND kind = 'declined'
       UNION SELECT mentor_id FROM mentorship WHERE mentee_id = $2 AND source = 'run' AND source_id = $3`,
      [run.cohortId, menteeId, run.id],
    );
    return new Set(rows.map(({ mentor_id: id }) => id));
  }

  /** Those with a place that no pair of the run waits for, and how many such places they have. */
  private async freeOf({ run, menteeId }: NextBestInput, rows: readonly PersonRow[]): Promise<FreeMentor[]> {
    if (rows.length === 0) return [];
    const waiting = await this.db.query<{ mentor_id: string; mentee_id: string }>(
      `SELECT p.mentor_id, p.mentee_id FROM match_pair p LEFT JOIN pair_decision d USING (run_id, mentee_id, mentor_id)
       WHERE p.run_id = $1 AND p.mentorship_id IS NULL AND coalesce(d.kind, 'approved') = 'approved'
         AND p.mentor_id = ANY($2::uuid[]) AND p.mentee_id <> $3
       UNION ALL
       SELECT mentor_id, mentee_id FROM hand_made_pair
       WHERE run_id = $1 AND mentorship_id IS NULL AND mentor_id = ANY($2::uuid[]) AND mentee_id <> $3`,
      [run.id, rows.map(({ id }) => id), menteeId],
    );
    const skipped = new Set(run.publication?.skipped.map((one) => `${one.mentorId} ${one.menteeId}`));
    const held = new Map<string, number>();
    for (const { mentor_id: mentor, mentee_id: mentee } of waiting)
      if (!skipped.has(`${mentor} ${mentee}`)) held.set(mentor, (held.get(mentor) ?? 0) + 1);
    return rows
      .map((row) => ({ row, places: freePlacesOf(row) - (held.get(row.id) ?? 0) }))
      .filter(({ places }) => places > 0);
  }

  private async scored(
    { run, programId }: NextBestInput,
    mentee: MenteeProfile,
    free: readonly FreeMentor[],
    context: ScoringContext,
  ): Promise<NextBestMentor[]> {
    if (free.length === 0) return [];
    const { mentors } = await this.profiles.load(programId, {
      participationIds: free.map(({ row }) => row.id),
      includePaused: true,
    });
    const byId = new Map(
      mentors.filter(({ paused }) => paused !== true).map((mentor) => [mentor.id, mentor]),
    );
    return free.flatMap(({ row, places }) => {
      const mentor = byId.get(row.id);
      const score = mentor === undefined ? null : scorePair(mentee, withFreePlaces(mentor, row), context);
      if (score?.feasible !== true || score.score < run.parameters.minimumScore) return [];
      return [
        {
          mentor: { participationId: row.id, name: row.name },
          score: score.score,
          contributions: score.contributions,
          freePlaces: places,
        },
      ];
    });
  }
}

interface FreeMentor {
  readonly row: PersonRow;
  readonly places: number;
}
