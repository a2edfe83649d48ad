import { Database } from '#database';
import { Clock } from '#kernel';
import { MatchingProfiles } from '#profiles';
import { AuditLog, type ProgramActor } from '#programs';
import { contextOf, pairReasons, scorePair } from '#scoring';
import { Injectable } from '@nestjs/common';
import { LockImpossibleError, OverrideNotMembersError } from '../matching.errors.js';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { runParametersOf, settingsOf } from '../persistence/cohort.mapper.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { PeopleRepository } from '../persistence/people.repository.js';
import type { PersonRow } from '../persistence/person.rows.js';
import { freePlacesOf, obstaclesOf } from '../persistence/person.mapper.js';
import { notReadyWords } from './describe-diagnosis.js';
import { LoadSnapshot } from './load-snapshot.js';

/** An admin's word on a pair; `clear` takes an earlier one back. */
export interface SetPairOverrideInput {
  readonly cohortId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly kind: 'lock' | 'forbid' | 'clear';
  readonly note?: string | null;
}

const ACTIONS = {
  lock: 'cohort.pair-locked',
  forbid: 'cohort.pair-forbidden',
  clear: 'cohort.pair-cleared',
} as const;

/** Says that a pair must be made, or must not. A lock that can't hold is refused at once, with the names. */
@Injectable()
export class SetPairOverride {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cohorts: CohortRepository,
    private readonly people: PeopleRepository,
    private readonly profiles: MatchingProfiles,
    private readonly snapshots: LoadSnapshot,
    private readonly audit: AuditLog,
  ) {}

  /** @throws CohortUnknownError, CohortStateError, NotFoundError, OverrideNotMembersError, LockImpossibleError */
  async execute(input: SetPairOverrideInput, actor: ProgramActor): Promise<void> {
    const { cohortId, mentorId, menteeId, kind } = input;
    await this.db.transaction(async () => {
      const cohort = await this.cohorts.lockEditable(cohortId, actor.programId);
      await this.cohorts.refuseStrangers(actor.programId, [mentorId, menteeId]);
      if (kind !== 'clear') {
        const pair = await this.members(input, actor.programId);
        if (kind === 'lock') await this.refuseImpossible(cohort, pair);
      }
      const who = [cohort.id, mentorId, menteeId];
      await this.db.query(
        `DELETE FROM pair_override WHERE cohort_id = $1 AND mentor_id = $2 AND mentee_id = $3`,
        who,
      );
      await this.audit.record(actor, {
        action: ACTIONS[kind],
        subjectId: cohort.id,
        about: [mentorId, menteeId],
      });
      if (kind === 'clear') return;
      await this.db.query(
        `INSERT INTO pair_override (cohort_id, mentor_id, mentee_id, kind, note, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [...who, kind, input.note ?? null, actor.accountId, this.clock.now()],
      );
    });
  }

  private async members(
    { cohortId, mentorId, menteeId }: SetPairOverrideInput,
    programId: string,
  ): Promise<{ mentor: PersonRow; mentee: PersonRow }> {
    const rows = await this.people.load({ programId, cohortId, participationIds: [mentorId, menteeId] });
    const mentor = rows.find(({ id, role }) => id === mentorId && role === 'mentor');
    const mentee = rows.find(({ id, role }) => id === menteeId && role === 'mentee');
    if (mentor !== undefined && mentee !== undefined) return { mentor, mentee };
    throw new OverrideNotMembersError([
      ...(mentor === undefined ? [{ path: 'mentorId', message: 'This is no mentor of the cohort.' }] : []),
      ...(mentee === undefined ? [{ path: 'menteeId', message: 'This is no mentee of the cohort.' }] : []),
    ]);
  }

  private async refuseImpossible(
    cohort: CohortEntity,
    { mentor, mentee }: { mentor: PersonRow; mentee: PersonRow },
  ): Promise<void> {
    const reasons = [mentor, mentee].flatMap((row) => {
      const obstacles = obstaclesOf(row);
      return obstacles.length === 0 ? [] : [`${row.name} ${notReadyWords(obstacles)}`];
    });
    const others = await this.db.query<{ mentor_id: string; mentee_id: string }>(
      `SELECT mentor_id, mentee_id FROM pair_override WHERE cohort_id = $1 AND kind = 'lock'
         AND (mentor_id = $2 OR mentee_id = $3) AND NOT (mentor_id = $2 AND mentee_id = $3)`,
      [cohort.id, mentor.id, mentee.id],
    );
    const held = others.filter((lock) => lock.mentor_id === mentor.id).length;
    if (held >= freePlacesOf(mentor))
      reasons.push(
        held === 0 ? `${mentor.name} has no free place` : `locks hold every free place of ${mentor.name}`,
      );
    if (others.some((lock) => lock.mentee_id === mentee.id))
      reasons.push(`${mentee.name} is locked with somebody else`);
    if (reasons.length === 0) {
      const context = await this.snapshots.context(cohort.programId, runParametersOf(settingsOf(cohort)));
      const people = await this.profiles.load(cohort.programId, {
        participationIds: [mentor.id, mentee.id],
        includePaused: true,
      });
      const [wanting] = people.mentees;
      const [offering] = people.mentors;
      if (wanting === undefined || offering === undefined) throw new OverrideNotMembersError([]);
      const score = scorePair(wanting, offering, contextOf(context));
      if (!score.feasible) reasons.push(...pairReasons(score.reasons));
    }
    if (reasons.length > 0) throw new LockImpossibleError(mentor.name, mentee.name, reasons);
  }
}
