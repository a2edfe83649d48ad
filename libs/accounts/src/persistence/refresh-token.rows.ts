/** A refresh token as rotation reads it. */
export interface RefreshTokenRow {
  id: string;
  family_id: string;
  account_id: string;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
}

/** A family of refresh tokens that is still signed in. */
export interface DeviceRow {
  family_id: string;
  user_agent: string | null;
  signed_in_at: Date;
  last_used_at: Date;
}
