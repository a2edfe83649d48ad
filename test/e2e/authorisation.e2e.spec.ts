import type request from 'supertest';
import { ApiCaller } from '../support/api-call.js';
import { TestApi } from '../support/api-app.js';
import { type Access, authorisation, things } from '../support/authorisation.data.js';
import { refusalsFor } from '../support/authorisation.js';
import { DatabaseSnapshot } from '../support/database-snapshot.js';
import { ApiDescription, type Operation } from '../support/openapi.js';
import { buildProgramWorld, PERSONAS, type ProgramWorld } from '../support/program-world.js';

let api: TestApi;
let world: ProgramWorld;
let caller: ApiCaller;
let operations: readonly Operation[];
let kept: DatabaseSnapshot;

beforeAll(async () => {
  api = await TestApi.start();
  world = await buildProgramWorld(api);
  kept = await DatabaseSnapshot.take(api);
  const description = await ApiDescription.read(api);
  operations = description.operations;
  caller = new ApiCaller(api, description, world);
}, 60_000);
afterAll(() => api.stop());

/** What may not happen to somebody who may: being turned away, and where the thing is there, not finding it. */
function complaintOfAllowed(access: Access, { status, body }: request.Response): string | null {
  const { code } = body as { code?: string };
  if (status >= 500) return `answered ${status}`;
  if (status === 403 || status === 401)
    // What was handed in proves nothing, which is not a matter of who asks.
    return code === 'accounts.signed-out' ||
      code === 'accounts.sign-in-refused' ||
      code === 'accounts.wrong-password' ||
      code === 'programs.invitation-for-other-address'
      ? null
      : `answered ${status} ${code ?? ''}`;
  return status === 404 && typeof access === 'object' ? `answered 404 ${code ?? ''}` : null;
}

const isWrite = ({ method }: Operation): boolean => method !== 'get';

/** Calls an operation as everybody, those first who may not; answers what was wrong. */
async function complaintsAbout(operation: Operation, access: Access): Promise<string[]> {
  const complaints: string[] = [];
  const complain = (persona: string, what: string): number =>
    complaints.push(`${operation.id} as ${persona}: ${what}`);
  const before = await kept.digest();
  for (const persona of PERSONAS) {
    const refusals = refusalsFor(access, persona);
    if (refusals === null) continue;
    const { status } = await caller.call(operation, persona);
    if (!refusals.includes(status)) complain(persona, `answered ${status}, not ${refusals.join(' or ')}`);
  }
  const after = await kept.digest();
  for (const [table, digest] of before)
    if (after.get(table) !== digest) complain('those who may not', `changed ${table}`);
  for (const persona of PERSONAS) {
    if (refusalsFor(access, persona) !== null) continue;
    const response = await caller.call(operation, persona);
    const complaint = complaintOfAllowed(access, response);
    if (complaint !== null) complain(persona, complaint);
    if (isWrite(operation) && response.ok) await kept.restore();
  }
  return complaints;
}

describe('authorisation', () => {
  it('is stated for every operation of the API, and for nothing else', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(authorisation).sort());
  });

  it('lets in who may, turns away who may not, and nobody who was turned away has changed anything', async () => {
    const complaints: string[] = [];
    for (const operation of operations) {
      const access = authorisation[operation.id];
      if (access !== undefined) complaints.push(...(await complaintsAbout(operation, access)));
    }
    expect(complaints).toEqual([]);
  }, 300_000);

  it('finds nothing of another program under one’s own', async () => {
    const complaints: string[] = [];
    const before = await kept.digest();
    for (const operation of operations) {
      const access = authorisation[operation.id];
      const names = [...operation.path.matchAll(/\{(\w+Id)\}/g)].map((match) => match[1] ?? '');
      if (names[0] !== 'programId' || names.length < 2) continue;
      const personas = PERSONAS.filter((persona) => refusalsFor(access ?? 'public', persona) === null);
      for (const name of names.slice(1))
        for (const persona of personas) {
          const thing = things[operation.id]?.[name] ?? name;
          const ids = { ...caller.idsFor(persona), [thing]: world.other[thing] ?? '' };
          const { status, body } = await caller.call(operation, persona, { ids });
          if (status !== 404)
            complaints.push(
              `${operation.id} as ${persona} with a foreign ${name}: ${status} ${(body as { code?: string }).code ?? ''}`,
            );
        }
    }
    expect(complaints).toEqual([]);
    expect(await kept.digest()).toEqual(before);
  }, 300_000);

  it('signs out no device of somebody else', async () => {
    const revoke = operations.find(({ id }) => id === 'Me_revokeDevice')!;
    const ids = { deviceId: world.people.owner.deviceId };
    expect((await caller.call(revoke, 'coordinator', { ids })).status).toBe(404);
    await api.http.get('/v1/me').set('Authorization', world.people.owner.bearer).expect(200);
  });
});
