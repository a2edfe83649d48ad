import { type ParticipationEntity, ProgramEntity } from '#programs/entities';
import type { Database } from '#database';
import { v7 } from 'uuid';
import { buildAccount } from './account.factory.js';
import { buildParticipation } from './participation.factory.js';

/** Writes a program, and its owner unless `createdBy` names one. */
export async function buildProgram(
  db: Database,
  fields: Partial<ProgramEntity> = {},
): Promise<ProgramEntity> {
  const id = fields.id ?? v7();
  const repository = db.repository(ProgramEntity);
  const createdBy = fields.createdBy ?? (await buildAccount(db, { name: 'Sam Okafor' })).id;
  await repository.insert({
    id,
    name: 'Northwind Mentoring',
    timeZone: 'Europe/Berlin',
    goalAreas: [{ key: 'leadership', label: 'Leadership' }],
    ...fields,
    createdBy,
  });
  if (fields.createdBy === undefined) await buildOwner(db, id, createdBy);
  return repository.findOneByOrFail({ id });
}

/** Makes an account an owner of a program. */
export function buildOwner(db: Database, programId: string, accountId: string): Promise<ParticipationEntity> {
  return buildParticipation(db, { programId, accountId, role: 'owner', source: 'founder' });
}
