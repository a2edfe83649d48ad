import { Database } from '#database';
import type { ParticipationEntity } from '#programs/entities';
import type { TestApi, TestPerson } from './api-app.js';
import { buildParticipation } from './factories/participation.factory.js';
import { buildProfile } from './factories/profile.factory.js';
import { signedIn } from './signed-in.js';

/** Creates a program over HTTP; answers its id. */
export async function createProgram(
  api: TestApi,
  owner: TestPerson,
  settings: object = {},
  name = 'Northwind',
): Promise<string> {
  const { body } = await signedIn(api, owner)
    .post('/v1/programs', { name, timeZone: 'Europe/Berlin', settings })
    .expect(201);
  return String(body.id);
}

/** Puts somebody into a program; informed about privacy unless said otherwise. */
export function enrol(
  api: TestApi,
  person: TestPerson,
  fields: Partial<ParticipationEntity>,
): Promise<ParticipationEntity> {
  return buildParticipation(api.app.get(Database), {
    privacyConfirmedAt: new Date(),
    ...fields,
    accountId: person.accountId,
  });
}

/** Puts somebody into a program, with a profile. */
export async function enrolWithProfile(
  api: TestApi,
  person: TestPerson,
  fields: Partial<ParticipationEntity>,
): Promise<ParticipationEntity> {
  const participation = await enrol(api, person, fields);
  await buildProfile(api.app.get(Database), participation);
  return participation;
}
