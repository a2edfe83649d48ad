import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import type { OwnParticipation } from '../program-actor.js';

/** What the guard of every program route asks. */
@Injectable()
export class MembershipQueries {
  constructor(private readonly db: Database) {}

  /** The account's participations in a program, in any state; empty for strangers and unknown programs. */
  async listOwn(programId: string, accountId: string): Promise<OwnParticipation[]> {
    return this.db.query<OwnParticipation>(
      `SELECT id, role, state FROM participation WHERE program_id = $1 AND account_id = $2 ORDER BY role`,
      [programId, accountId],
    );
  }

  /** The same for a device, all empty once it was signed out; one statement, because every request asks. */
  async listOwnOfDevice(
    programId: string,
    actor: { readonly accountId: string; readonly deviceId: string },
  ): Promise<OwnParticipation[]> {
    return this.db.query<OwnParticipation>(
      `SELECT id, role, state, limited_to_site AS "limitedToSite" FROM participation
       WHERE program_id = $1 AND account_id = $2
         AND NOT EXISTS (SELECT 1 FROM refresh_token t WHERE t.family_id = $3 AND t.revoked_at IS NOT NULL)
       ORDER BY role`,
      [programId, actor.accountId, actor.deviceId],
    );
  }
}
