import { jest } from '@jest/globals';
import { TestApi } from '../support/api-app.js';
import { authorisation } from '../support/authorisation.data.js';
import { ApiDescription, type Operation } from '../support/openapi.js';
import { buildPrivateWorld, type PrivateWorld } from '../support/private-world.js';

jest.setTimeout(120_000);

/** What a sponsor may read: figures, the program, and what concerns themselves. */
const OPEN = [
  'Audit_listAboutMe',
  'Deliveries_count',
  'Fairness_get',
  'GroupAnswers_get',
  'Mentorship_counts',
  'MyParts_get',
  'Participations_counts',
  'Participations_get',
  'ProfileField_get',
  'ProfileField_list',
  'Programs_get',
];
const OWN = ['GroupAnswers_put', 'GroupAnswers_delete'];

let api: TestApi;
let world: PrivateWorld;
let operations: readonly Operation[];

beforeAll(async () => {
  api = await TestApi.start();
  world = await buildPrivateWorld(api);
  ({ operations } = await ApiDescription.read(api));
}, 60_000);
afterAll(() => api.stop());

const inProgram = (): Operation[] =>
  operations.filter(({ path }) => path.startsWith('/v1/programs/{programId}'));

/** The paths of an operation with every id that there is in the program. */
function pathsOf({ path }: Operation): string[] {
  let paths = [path.replace('{programId}', world.programId)];
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g))
    if (name !== 'programId')
      paths = paths.flatMap((each) => (world.ids[name] ?? []).map((id) => each.replace(`{${name}}`, id)));
  return paths;
}

const call = (method: Operation['method'], path: string) =>
  api.http[method](path).set('Authorization', world.people.sponsor.bearer).set('If-Match', '"1"');

describe('a sponsor', () => {
  it('reads figures without a name, and nothing else', async () => {
    const open = new Set<string>();
    const read: string[] = [];
    for (const operation of inProgram().filter(({ method }) => method === 'get'))
      for (const path of pathsOf(operation)) {
        const { status, text } = await call('get', path);
        if (status === 200) {
          open.add(operation.id);
          // One's own part says who one is.
          if (!path.endsWith(world.parts.sponsor)) read.push(text);
        }
      }
    // This round is not published, so that there is nothing to report of it yet, and the program asks nothing of its own.
    const nothingYet = ['Fairness_get', 'ProfileField_get'];
    expect([...open].sort()).toEqual(OPEN.filter((id) => !nothingYet.includes(id)));
    expect(read.join('\n')).not.toMatch(
      /SECRET-(?!(?:name|application|decision)-sponsor)|secret-mail-(?!sponsor)/,
    );
    expect(read.join('\n')).toContain('"count":');
  });

  it('changes nothing but their own part', async () => {
    const done: string[] = [];
    for (const operation of inProgram().filter(({ method }) => method !== 'get'))
      for (const path of pathsOf(operation)) {
        // Answers about oneself are one's own.
        if (path.includes(`/participations/${world.parts.sponsor}`) || OWN.includes(operation.id)) continue;
        const { status } = await call(operation.method, path).send({});
        if (status !== 403 && status !== 404) done.push(`${operation.id}: ${status}`);
      }
    expect(done).toEqual([]);
    await call('post', `/v1/programs/${world.programId}/participations/${world.parts.sponsor}/leave`).expect(
      200,
    );
    await call('get', `/v1/programs/${world.programId}/participation-counts`).expect(403);
  });

  it('is in the table of who may call what as they are here', () => {
    const stated = Object.entries(authorisation)
      .filter(
        ([, access]) => typeof access === 'object' && 'member' in access && access.member.includes('sponsor'),
      )
      .map(([id]) => id)
      .filter((id) => !OWN.includes(id));
    // Of participations they read their own alone.
    expect([...stated, 'Participations_get'].sort()).toEqual(OPEN);
  });
});
