import { createHash, randomBytes } from 'node:crypto';
import { AuthConfig } from '#config';
import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import type { DeviceRow, RefreshTokenRow } from './refresh-token.rows.js';

const DAY_MS = 86_400_000;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Chains of refresh tokens; only hashes are stored. */
@Injectable()
export class RefreshTokenRepository {
  constructor(
    private readonly config: AuthConfig,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** A new id of a family. */
  newFamily(): string {
    return this.ids.next();
  }

  /** Writes the next token of a family; answers the secret, which nobody can read again. */
  async append(family: { familyId: string; accountId: string; userAgent: string | null }): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.db.repository(RefreshTokenEntity).insert({
      id: this.ids.next(),
      familyId: family.familyId,
      accountId: family.accountId,
      tokenHash: hashOf(secret),
      userAgent: family.userAgent?.slice(0, 300) ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + this.config.refreshTokenDays * DAY_MS),
      usedAt: null,
      revokedAt: null,
    });
    return secret;
  }

  /** The token with this secret, or null. */
  async find(secret: string): Promise<RefreshTokenRow | null> {
    const [row] = await this.db.query<RefreshTokenRow>(
      `SELECT id, family_id, account_id, expires_at, used_at, revoked_at FROM refresh_token WHERE token_hash = $1`,
      [hashOf(secret)],
    );
    return row ?? null;
  }

  /**
   * Makes all changes of an account's chains wait for each other until the transaction ends; else a token appended at
   * the moment of a revocation would survive it.
   */
  async lockChains(accountId: string): Promise<void> {
    await this.db.query(`SELECT 1 FROM account WHERE id = $1 FOR NO KEY UPDATE`, [accountId]);
  }

  /** Notes that a token was exchanged. */
  async markUsed(id: string): Promise<void> {
    await this.db.query(`UPDATE refresh_token SET used_at = $2 WHERE id = $1`, [id, this.clock.now()]);
  }

  /** Ends one family of an account; false when it was not signed in. */
  async revokeFamily(accountId: string, familyId: string): Promise<boolean> {
    await this.lockChains(accountId);
    const rows = await this.db.query(
      `UPDATE refresh_token SET revoked_at = $3 WHERE account_id = $1 AND family_id = $2 AND revoked_at IS NULL
       RETURNING id`,
      [accountId, familyId, this.clock.now()],
    );
    return rows.length > 0;
  }

  /** Ends all families of an account, or all but one. */
  async revokeAll(accountId: string, exceptFamilyId: string | null = null): Promise<void> {
    await this.lockChains(accountId);
    await this.db.query(
      `UPDATE refresh_token SET revoked_at = $3
       WHERE account_id = $1 AND ($2::uuid IS NULL OR family_id <> $2) AND revoked_at IS NULL`,
      [accountId, exceptFamilyId, this.clock.now()],
    );
  }

  /** Whether a family was ended. */
  async isRevoked(familyId: string): Promise<boolean> {
    const rows = await this.db.query(
      `SELECT 1 FROM refresh_token WHERE family_id = $1 AND revoked_at IS NOT NULL LIMIT 1`,
      [familyId],
    );
    return rows.length > 0;
  }

  /** Families that could still be refreshed, the one used last first. */
  async listDevices(accountId: string): Promise<DeviceRow[]> {
    return this.db.query(
      `SELECT family_id, (array_agg(user_agent ORDER BY created_at DESC))[1] AS user_agent,
         min(created_at) AS signed_in_at, max(created_at) AS last_used_at
       FROM refresh_token WHERE account_id = $1 AND revoked_at IS NULL
       GROUP BY family_id HAVING bool_or(used_at IS NULL AND expires_at > $2)
       ORDER BY max(created_at) DESC, family_id`,
      [accountId, this.clock.now()],
    );
  }
}
