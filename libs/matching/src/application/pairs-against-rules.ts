import { Database } from '#database';
import { MatchingProfiles } from '#profiles';
import { contextOf, scorePair } from '#scoring';
import { Injectable } from '@nestjs/common';
import { LoadSnapshot } from './load-snapshot.js';
import type { RunParameters } from './match-input.js';
import type { PairOfRun } from './score-pair-now.js';

/** Pairs whose people are read at a time. */
const PORTION = 250;

/**
 * Finds the pairs of a run that its hard rules forbid by now: somebody has changed a profile since the run read it. Pairs
 * whose profiles are as they were are not looked at again.
 */
@Injectable()
export class PairsAgainstRules {
  constructor(
    private readonly db: Database,
    private readonly profiles: MatchingProfiles,
    private readonly snapshots: LoadSnapshot,
  ) {}

  /** @returns their keys: the mentee's id, a space, the mentor's id */
  async execute(runId: string, programId: string, pairs: readonly PairOfRun[]): Promise<ReadonlySet<string>> {
    const changed = await this.db.query<PairOfRun>(
      `SELECT n."menteeId", n."mentorId"
       FROM jsonb_to_recordset($2::jsonb) AS n("menteeId" uuid, "mentorId" uuid)
       JOIN match_run r ON r.id = $1
       JOIN profile a ON a.participation_id = n."menteeId" JOIN profile b ON b.participation_id = n."mentorId"
       WHERE greatest(a.updated_at, b.updated_at) >= r.started_at`,
      [runId, JSON.stringify(pairs)],
    );
    if (changed.length === 0) return new Set();
    const [run] = await this.db.query<{ parameters: RunParameters }>(
      `SELECT parameters FROM match_run WHERE id = $1`,
      [runId],
    );
    if (run === undefined) return new Set();
    const plain = await this.snapshots.context(programId, run.parameters);
    // Whoever is together now is found when the mentorship is to start.
    const context = contextOf({ ...plain, acquaintances: plain.acquaintances.filter(({ live }) => !live) });
    const against = new Set<string>();
    for (let at = 0; at < changed.length; at += PORTION) {
      const portion = changed.slice(at, at + PORTION);
      const participationIds = portion.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]);
      const people = await this.profiles.load(programId, { participationIds, includePaused: true });
      const mentees = new Map(people.mentees.map((mentee) => [mentee.id, mentee]));
      const mentors = new Map(people.mentors.map((mentor) => [mentor.id, mentor]));
      for (const { menteeId, mentorId } of portion) {
        const [mentee, mentor] = [mentees.get(menteeId), mentors.get(mentorId)];
        if (mentee === undefined || mentor === undefined) continue;
        if (!scorePair(mentee, mentor, context).feasible) against.add(`${menteeId} ${mentorId}`);
      }
    }
    return against;
  }
}
