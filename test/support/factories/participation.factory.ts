import { ParticipationEntity } from '#programs/entities';
import type { Database } from '#database';
import { v7 } from 'uuid';
import { buildAccount } from './account.factory.js';
import { buildProgram } from './program.factory.js';

/** Writes an active mentee of a program; the account and the program are made when they are not named. */
export async function buildParticipation(
  db: Database,
  fields: Partial<ParticipationEntity> = {},
): Promise<ParticipationEntity> {
  const id = fields.id ?? v7();
  const repository = db.repository(ParticipationEntity);
  await repository.insert({
    id,
    role: 'mentee',
    state: 'active',
    source: 'application',
    ...fields,
    programId: fields.programId ?? (await buildProgram(db)).id,
    accountId: fields.accountId ?? (await buildAccount(db)).id,
  });
  return repository.findOneByOrFail({ id });
}
