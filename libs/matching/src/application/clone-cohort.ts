import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import type { ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { settingsOf } from '../persistence/cohort.mapper.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import { copiedSettings } from './copied-settings.js';
import { CreateCohort } from './create-cohort.js';

/** What an admin said of pairs that may be carried over. */
export type KeptOverride = 'lock' | 'forbid';

/** Which round is repeated, and what is new. */
export interface CloneCohortInput {
  readonly cohortId: string;
  readonly name: string;
  /** First day of the term, `YYYY-MM-DD`. */
  readonly termFrom: string;
  readonly keepOverrides: readonly KeptOverride[];
}

/** Makes the next round of a round: the same settings on later dates, a lottery of its own, and nobody in it yet. */
@Injectable()
export class CloneCohort {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cohorts: CohortRepository,
    private readonly createCohort: CreateCohort,
  ) {}

  /** @returns the id of the new round; @throws CohortUnknownError, CohortSettingsError */
  async execute(input: CloneCohortInput, actor: ProgramActor): Promise<string> {
    const { cohortId, name, termFrom, keepOverrides } = input;
    return this.db.transaction(async () => {
      const source = await this.cohorts.get(cohortId, actor.programId);
      const next = { termFrom, seed: this.ids.next().slice(-12), now: this.clock.now() };
      const id = await this.createCohort.execute({ ...copiedSettings(source, next), name }, actor);
      await this.db.query(`UPDATE cohort SET source_cohort_id = $2 WHERE id = $1`, [id, source.id]);
      if (keepOverrides.length > 0) {
        const apart = settingsOf(source).rules.excludeEarlierPartners;
        await this.copyOverrides({ from: source.id, to: id, kinds: keepOverrides, apart }, actor);
      }
      return id;
    });
  }

  /**
   * They count once both people are enrolled; whoever has left takes theirs along. A lock of two who were together before
   * stays behind where earlier partners are kept apart: it could not hold.
   */
  private async copyOverrides(
    of: {
      readonly from: string;
      readonly to: string;
      readonly kinds: readonly KeptOverride[];
      readonly apart: boolean;
    },
    actor: ProgramActor,
  ): Promise<void> {
    await this.db.query(
      `INSERT INTO pair_override (cohort_id, mentor_id, mentee_id, kind, note, created_by, created_at)
       SELECT $2, o.mentor_id, o.mentee_id, o.kind, o.note, $5, $6 FROM pair_override o
       JOIN participation mentor ON mentor.id = o.mentor_id AND mentor.state NOT IN ('left', 'declined')
       JOIN participation mentee ON mentee.id = o.mentee_id AND mentee.state NOT IN ('left', 'declined')
       WHERE o.cohort_id = $1 AND o.kind = ANY($3)
         AND NOT (o.kind = 'lock' AND $4 AND EXISTS (
           SELECT 1 FROM mentorship m WHERE m.mentor_id = o.mentor_id AND m.mentee_id = o.mentee_id))`,
      [of.from, of.to, of.kinds, of.apart, actor.accountId, this.clock.now()],
    );
  }
}
