import { Database } from '#database';
import { Clock } from '#kernel';
import { Outbox } from '#outbox';
import { Injectable } from '@nestjs/common';
import type { PersonPlaceRow } from '../persistence/mentorship.rows.js';
import { type ChosenExchange, chooseExchange, type FreedMentorship } from './choose-exchange.js';
import type { NewMentorship, RefusedMentorship, StartedMentorship, StartOptions } from './new-mentorship.js';
import { StartMentorships } from './start-mentorships.js';

/** What the end reason of a mentorship is called for which the program has found other partners. */
export const REMATCHED = 'rematched';

/** New pairs, and the mentorships that make room for them. */
export interface ExchangeInput {
  readonly pairs: readonly NewMentorship[];
  /** Each ends only where its mentee begins with somebody else. */
  readonly freedIds: readonly string[];
  readonly programId: string;
  /** Account of the admin. */
  readonly accountId: string;
}

/** What came of it. */
export interface ExchangeOutcome {
  readonly started: readonly StartedMentorship[];
  readonly refused: readonly RefusedMentorship[];
  /** Mentorships that ended. */
  readonly ended: readonly string[];
}

/**
 * Ends mentorships and starts others in their place, together in the caller's transaction: nobody loses a partner without
 * having another, and a place that is not given up is not given away.
 */
@Injectable()
export class ExchangePartners {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly start: StartMentorships,
  ) {}

  async execute({ pairs, freedIds, programId, accountId }: ExchangeInput): Promise<ExchangeOutcome> {
    return this.db.transaction(async () => {
      const options: StartOptions = { programId, mentorsPerMentee: 1 };
      const chosen = await this.choose(pairs, freedIds, options);
      await this.end(
        chosen.ending.map(({ id }) => id),
        programId,
        accountId,
      );
      const { started } = await this.start.execute(chosen.startable, options);
      return { started, refused: chosen.refused, ended: chosen.ending.map(({ id }) => id) };
    });
  }

  private async choose(
    pairs: readonly NewMentorship[],
    freedIds: readonly string[],
    options: StartOptions,
  ): Promise<ChosenExchange> {
    const people: PersonPlaceRow[] = await this.start.lockPeople(pairs, options.programId);
    const freed = await this.db.query<FreedMentorship>(
      `SELECT id, mentor_id, mentee_id FROM mentorship WHERE id = ANY($1::uuid[]) AND program_id = $2
         AND state IN ('proposed', 'active', 'paused') ORDER BY id FOR UPDATE`,
      [freedIds, options.programId],
    );
    return chooseExchange(pairs, people, await this.start.livePairs(pairs), freed, options);
  }

  private async end(ids: readonly string[], programId: string, accountId: string): Promise<void> {
    const rows = await this.db.query<{ id: string; version: number }>(
      `UPDATE mentorship SET state = 'ended', version = version + 1, ended_at = $2, ended_by = $3, end_reason = $4
       WHERE id = ANY($1::uuid[]) RETURNING id, version`,
      [ids, this.clock.now(), accountId, REMATCHED],
    );
    await this.outbox.append(
      ...rows.flatMap(({ id, version }) => {
        const about = { payload: { mentorshipId: id }, programId, subjectId: id, subjectVersion: version };
        return [
          { type: 'mentorship.ended.v1' as const, ...about, dedupeKey: `mentorship-ended-${id}` },
          { type: 'mentorship.rematched.v1' as const, ...about, dedupeKey: `mentorship-rematched-${id}` },
        ];
      }),
    );
  }
}
