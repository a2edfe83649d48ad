import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { DeviceUnknownError } from '../accounts.errors.js';
import { RefreshTokenRepository } from '../persistence/refresh-token.repository.js';

/** Signs out one of a person's devices from another one. */
@Injectable()
export class RevokeDevice {
  constructor(
    private readonly db: Database,
    private readonly refresh: RefreshTokenRepository,
  ) {}

  /** @throws DeviceUnknownError also for a device of somebody else */
  async execute(input: { deviceId: string }, actor: { accountId: string }): Promise<void> {
    const ended = await this.db.transaction(() => this.refresh.revokeFamily(actor.accountId, input.deviceId));
    if (!ended) throw new DeviceUnknownError();
  }
}
