import type { AccountView } from '../application/account.view.js';
import type { AccountEntity } from './account.entity.js';

/** What others may know of a row; never the hash of the password. */
export function toAccountView(row: AccountEntity): AccountView {
  return {
    id: row.id,
    email: row.email,
    emailVerifiedAt: row.emailVerifiedAt,
    hasPassword: row.passwordHash !== null,
    name: row.name,
    timeZone: row.timeZone,
    locale: row.locale,
    isPlatformAdmin: row.isPlatformAdmin,
    claimedAt: row.claimedAt,
    privacyAcceptedAt: row.privacyAcceptedAt,
    createdAt: row.createdAt,
    version: row.version,
  };
}
