/** An account as other features and the API see it. */
export interface AccountView {
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  readonly emailVerifiedAt: Date | null;
  readonly hasPassword: boolean;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly locale: string;
  readonly isPlatformAdmin: boolean;
  /** Null while somebody was only imported or invited and has never signed in. */
  readonly claimedAt: Date | null;
  readonly privacyAcceptedAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}
