import { Database } from '#database';
import { LIVE_STATES } from '#programs';
import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../auth/access-tokens.js';
import type { Follower } from './progress-stream.js';

/** Whether those who follow something still may: what the guard has asked once is asked again while they do. */
@Injectable()
export class FollowerRights {
  constructor(
    private readonly db: Database,
    private readonly tokens: AccessTokens,
  ) {}

  /** @returns the places, in the list, of those whose token, device and role still hold; one statement for all */
  async keep(followers: readonly Follower[]): Promise<ReadonlySet<number>> {
    const actors = await Promise.all(followers.map(({ authorization }) => this.tokens.read(authorization)));
    const asked = followers.map(({ actor }) => actor);
    const rows = await this.db.query<{ place: number }>(
      `SELECT f.place FROM unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[]) AS f(place, program_id, account_id, device_id)
       WHERE EXISTS (SELECT 1 FROM participation p WHERE p.program_id = f.program_id AND p.account_id = f.account_id
           AND p.role IN ('owner', 'coordinator') AND p.state = ANY($5))
         AND NOT EXISTS (SELECT 1 FROM refresh_token t WHERE t.family_id = f.device_id AND t.revoked_at IS NOT NULL)`,
      [
        asked.map((_, place) => place),
        asked.map(({ programId }) => programId),
        asked.map(({ accountId }) => accountId),
        asked.map(({ deviceId }) => deviceId),
        LIVE_STATES,
      ],
    );
    return new Set(rows.map(({ place }) => place).filter((place) => actors[place] !== null));
  }
}
