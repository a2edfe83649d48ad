import { Database } from '#database';
import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import { RefreshTokenReusedError, SignedOutError } from '../accounts.errors.js';
import { RefreshTokenRepository } from '../persistence/refresh-token.repository.js';
import type { RefreshTokenRow } from '../persistence/refresh-token.rows.js';
import type { SignedInDevice } from './issue-tokens.js';

/** How long a used token is taken for an answer that got lost, not for a copy. */
const GRACE_MS = 10_000;

type Outcome =
  { kind: 'fresh'; row: RefreshTokenRow; secret: string } | { kind: 'reused' } | { kind: 'over' };

/**
 * Exchanges a refresh token for the next one. A token that comes a second time after the grace ends the whole family,
 * because one of its two holders is not the owner (RFC 9700, 4.14).
 */
@Injectable()
export class RefreshTokens {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly refresh: RefreshTokenRepository,
  ) {}

  /** @throws SignedOutError, RefreshTokenReusedError */
  async execute(input: { refreshToken: string; userAgent: string | null }): Promise<SignedInDevice> {
    // The revocation must be kept, so the error is thrown after the transaction.
    const outcome = await this.db.transaction(() => this.exchange(input.refreshToken, input.userAgent));
    if (outcome.kind === 'reused') throw new RefreshTokenReusedError();
    if (outcome.kind === 'over') throw new SignedOutError();
    const { row, secret } = outcome;
    return { accountId: row.account_id, deviceId: row.family_id, refreshToken: secret };
  }

  private async exchange(secret: string, userAgent: string | null): Promise<Outcome> {
    const seen = await this.refresh.find(secret);
    if (seen === null) return { kind: 'over' };
    await this.refresh.lockChains(seen.account_id);
    const row = await this.refresh.find(secret);
    const now = this.clock.now();
    if (row === null || row.revoked_at !== null || row.expires_at <= now) return { kind: 'over' };
    if (row.used_at !== null && now.getTime() - row.used_at.getTime() > GRACE_MS) {
      await this.refresh.revokeFamily(row.account_id, row.family_id);
      return { kind: 'reused' };
    }
    if (row.used_at === null) await this.refresh.markUsed(row.id);
    const next = await this.refresh.append({
      familyId: row.family_id,
      accountId: row.account_id,
      userAgent,
    });
    return { kind: 'fresh', row, secret: next };
  }
}
