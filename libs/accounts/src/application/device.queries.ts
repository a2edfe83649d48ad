import { Injectable } from '@nestjs/common';
import { RefreshTokenRepository } from '../persistence/refresh-token.repository.js';

/** A signed-in device. */
export interface DeviceView {
  /** The family of its refresh tokens. */
  readonly id: string;
  readonly userAgent: string | null;
  readonly signedInAt: Date;
  readonly lastUsedAt: Date;
}

/** Reads signed-in devices. */
@Injectable()
export class DeviceQueries {
  constructor(private readonly refresh: RefreshTokenRepository) {}

  /** Whether the device was signed out: by its owner, by a new password, or because its token was copied. */
  async isSignedOut(deviceId: string): Promise<boolean> {
    return this.refresh.isRevoked(deviceId);
  }

  /** Devices of an account, the one used last first. */
  async listOf(accountId: string): Promise<DeviceView[]> {
    const rows = await this.refresh.listDevices(accountId);
    return rows.map((row) => ({
      id: row.family_id,
      userAgent: row.user_agent,
      signedInAt: row.signed_in_at,
      lastUsedAt: row.last_used_at,
    }));
  }
}
