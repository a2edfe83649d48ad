import { AccountEntity } from '#accounts/entities';
import type { Database } from '#database';
import { v7 } from 'uuid';

/** Writes a person with a confirmed address. */
export async function buildAccount(
  db: Database,
  fields: Partial<AccountEntity> = {},
): Promise<AccountEntity> {
  const id = fields.id ?? v7();
  const repository = db.repository(AccountEntity);
  const now = new Date();
  await repository.insert({
    id,
    email: `person-${id.slice(-12)}@example.org`,
    emailVerifiedAt: now,
    passwordHash: null,
    name: 'Robin Reed',
    timeZone: 'Europe/Berlin',
    claimedAt: now,
    privacyAcceptedAt: now,
    ...fields,
  });
  return repository.findOneByOrFail({ id });
}
