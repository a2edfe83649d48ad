import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import {
  InvitationExpiredError,
  InvitationRevokedError,
  InvitationUnknownError,
  InvitationUsedError,
} from '../programs.errors.js';
import { InvitationEntity } from './invitation.entity.js';
import { statusOf } from './invitation.mapper.js';

/** Finds invitations; what may be done with one depends on its status. */
@Injectable()
export class InvitationRepository {
  constructor(private readonly db: Database) {}

  /** The row; `lock` holds it until the transaction ends. @throws InvitationUnknownError */
  async get(id: string, options: { readonly lock: boolean }): Promise<InvitationEntity> {
    const row = await this.db.repository(InvitationEntity).findOne({
      where: { id },
      ...(options.lock ? { lock: { mode: 'for_no_key_update' as const } } : {}),
    });
    if (row === null) throw new InvitationUnknownError();
    return row;
  }

  /** Counts a use of a locked row. */
  async countUse(row: InvitationEntity): Promise<void> {
    await this.db.query(`UPDATE invitation SET uses = uses + 1 WHERE id = $1`, [row.id]);
  }
}

/** @throws InvitationRevokedError, InvitationUsedError, InvitationExpiredError */
export function refuseClosed(row: InvitationEntity, now: Date): void {
  const status = statusOf(row, now);
  if (status === 'revoked') throw new InvitationRevokedError();
  if (status === 'used') throw new InvitationUsedError();
  if (status === 'expired') throw new InvitationExpiredError();
}
