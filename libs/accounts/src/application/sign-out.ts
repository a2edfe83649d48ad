import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { RefreshTokenRepository } from '../persistence/refresh-token.repository.js';

/** Signs a device out. */
@Injectable()
export class SignOut {
  constructor(
    private readonly db: Database,
    private readonly refresh: RefreshTokenRepository,
  ) {}

  /** Ends the family of the token; an unknown token is as good as signed out. */
  async execute(input: { refreshToken: string }): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.refresh.find(input.refreshToken);
      if (row !== null) await this.refresh.revokeFamily(row.account_id, row.family_id);
    });
  }
}
