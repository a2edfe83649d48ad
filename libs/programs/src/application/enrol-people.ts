import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { EnrolledRow } from '../persistence/participation.rows.js';
import type { ParticipationState } from '../program-actor.js';

/** A participation after a bulk enrolment. */
export interface Enrolled {
  readonly participationId: string;
  /** `left` and `declined` stay: an import brings nobody back against an earlier no. */
  readonly state: ParticipationState;
  readonly created: boolean;
  /** Was paused because a full list had left them out; is active again. */
  readonly returned: boolean;
}

const CHUNK = 2_000;

/** Brings accounts into a program in one role, as an admin's import does: active at once, without any mail. */
@Injectable()
export class EnrolPeople {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns by account id; those who were invited, had applied or had been missing in a list become active too */
  async execute(
    programId: string,
    role: 'mentor' | 'mentee',
    accountIds: readonly string[],
  ): Promise<ReadonlyMap<string, Enrolled>> {
    const all = [...new Set(accountIds)].sort();
    const enrolled = new Map<string, Enrolled>();
    await this.db.transaction(async () => {
      enrolled.clear();
      for (let at = 0; at < all.length; at += CHUNK)
        await this.enrolChunk(programId, role, all.slice(at, at + CHUNK), enrolled);
    });
    return enrolled;
  }

  private async enrolChunk(
    programId: string,
    role: string,
    accountIds: readonly string[],
    enrolled: Map<string, Enrolled>,
  ): Promise<void> {
    const now = this.clock.now();
    const fresh = await this.db.query<EnrolledRow>(
      `INSERT INTO participation (id, program_id, account_id, role, state, source, state_changed_at, created_at)
       SELECT id, $1, account_id, $2, 'active', 'import', $5, $5 FROM unnest($3::uuid[], $4::uuid[]) AS t(id, account_id)
       ON CONFLICT ON CONSTRAINT participation_role_key DO NOTHING
       RETURNING id, account_id, state`,
      [programId, role, accountIds.map(() => this.ids.next()), accountIds, now],
    );
    const created = new Set(fresh.map((row) => row.account_id));
    await this.db.query(
      `UPDATE participation SET state = 'active', state_changed_at = $4, version = version + 1
       WHERE program_id = $1 AND role = $2 AND account_id = ANY($3::uuid[]) AND state IN ('invited', 'applied')`,
      [programId, role, accountIds, now],
    );
    const back = await this.db.query<EnrolledRow>(
      `UPDATE participation SET state = 'active', pause_reason = NULL, state_changed_at = $4, version = version + 1
       WHERE program_id = $1 AND role = $2 AND account_id = ANY($3::uuid[])
         AND state = 'paused' AND pause_reason = 'not-in-roster' RETURNING id, account_id, state`,
      [programId, role, accountIds, now],
    );
    const returned = new Set(back.map((row) => row.account_id));
    const rows = await this.db.query<EnrolledRow>(
      `SELECT id, account_id, state FROM participation WHERE program_id = $1 AND role = $2 AND account_id = ANY($3::uuid[])`,
      [programId, role, accountIds],
    );
    for (const { id, account_id, state } of rows)
      enrolled.set(account_id, {
        participationId: id,
        state,
        created: created.has(account_id),
        returned: returned.has(account_id),
      });
  }
}
