import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { RefreshTokenRepository } from '../persistence/refresh-token.repository.js';

/** A device that was just signed in, or stays so. */
export interface SignedInDevice extends Actor {
  /** Works once; the answer to its use holds the next one. */
  readonly refreshToken: string;
}

/** Signs a device in: the first token of a new family. Call it only for somebody who has proved who they are. */
@Injectable()
export class IssueTokens {
  constructor(
    private readonly db: Database,
    private readonly refresh: RefreshTokenRepository,
  ) {}

  /** @param input.userAgent as the device names itself; shown in the list of devices */
  async execute(input: { accountId: string; userAgent: string | null }): Promise<SignedInDevice> {
    const deviceId = this.refresh.newFamily();
    const refreshToken = await this.db.transaction(async () => {
      await this.refresh.lockChains(input.accountId);
      return this.refresh.append({ ...input, familyId: deviceId });
    });
    return { accountId: input.accountId, deviceId, refreshToken };
  }
}
