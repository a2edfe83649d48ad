import type { Database } from '#database';
import { ProfileEntity } from '#profiles/entities';
import type { ParticipationEntity } from '#programs/entities';
import { v7 } from 'uuid';

const WORKDAY_EVENINGS = ['MO', 'TU', 'WE', 'TH', 'FR'].map((weekday) => ({
  weekday,
  startMinute: 17 * 60,
  endMinute: 21 * 60,
}));

/** Writes the profile of a participation: free on workday evenings. */
export async function buildProfile(
  db: Database,
  participation: Pick<ParticipationEntity, 'id' | 'programId' | 'role'>,
  fields: Partial<ProfileEntity> = {},
): Promise<ProfileEntity> {
  const id = fields.id ?? v7();
  const repository = db.repository(ProfileEntity);
  await repository.insert({
    id,
    participationId: participation.id,
    programId: participation.programId,
    role: participation.role,
    timeZone: 'Europe/Berlin',
    windows: WORKDAY_EVENINGS,
    ...fields,
  });
  return repository.findOneByOrFail({ id });
}
