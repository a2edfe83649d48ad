import { jest } from '@jest/globals';
import { TestApi } from '../support/api-app.js';
import { ApiDescription, type Operation } from '../support/openapi.js';
import {
  buildPrivateWorld,
  type Part,
  PARTS_OF_PROGRAM,
  type PrivateWorld,
  type Reader,
  READERS,
  secret,
} from '../support/private-world.js';

jest.setTimeout(180_000);

const ADMINS: readonly Reader[] = ['owner', 'coordinator'];
/** Mentors and mentees who take part at present. */
const LIVE: readonly Part[] = [
  'mentor',
  'mentee',
  'otherMentor',
  'otherMentee',
  'formerMentor',
  'pausedMentor',
  'approvedMentor',
  'uninformed',
];
const PEOPLE = PARTS_OF_PROGRAM.filter(
  (part) => !['owner', 'coordinator', 'sponsor', 'leftOwner'].includes(part),
);

/** Every answer that somebody gets out of every GET, with every id that there is. */
async function everything(
  api: TestApi,
  operations: readonly Operation[],
  world: PrivateWorld,
  reader: Reader,
): Promise<{ text: string; failures: string[] }> {
  const texts: string[] = [];
  const failures: string[] = [];
  for (const operation of operations) {
    for (const path of pathsOf(operation, world)) {
      const names = operation.parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
      const queries: Record<string, string>[] = [names.includes('limit') ? { limit: '100' } : {}];
      if (names.includes('q')) queries.push({ q: 'secret', limit: '100' });
      if (names.includes('search')) queries.push({ search: 'secret', limit: '100' });
      if (names.includes('span')) queries.push({ span: 'all', limit: '100' });
      if (names.includes('mentee'))
        queries.splice(0, 1, { mentee: world.parts.mentee, mentor: world.parts.mentor });
      for (const query of queries) {
        const call = api.http.get(path).query(query).set('Accept', 'application/json');
        const { bearer } = world.people[reader];
        const { status, text } = operation.streams
          ? await startOf(call.url, bearer)
          : await call.set('Authorization', bearer);
        if (status < 300) texts.push(text);
        else if (text.includes('SECRET') || ![403, 404, 409].includes(status))
          failures.push(`${reader} ${path}: ${status} ${text.slice(0, 200)}`);
        if (path.includes(world.otherProgramId) && reader !== 'otherOwner' && status !== 404)
          failures.push(`${reader} ${path}: ${status} instead of 404`);
      }
    }
  }
  return { text: texts.join('\n'), failures };
}

/** What a stream says at once: how things stand. */
async function startOf(url: string, authorization: string): Promise<{ status: number; text: string }> {
  const { status, body } = await fetch(url, { headers: { authorization } });
  const stream = body?.getReader();
  const first = await stream?.read();
  await stream?.cancel();
  return { status, text: new TextDecoder().decode(first?.value) };
}

function pathsOf(operation: Operation, world: PrivateWorld): string[] {
  let paths = [operation.path];
  for (const [, name = ''] of operation.path.matchAll(/\{(\w+)\}/g)) {
    const ids = world.ids[name] ?? [];
    // Of the other program one thing of each kind does.
    paths = paths.flatMap((path) =>
      (path.includes(world.otherProgramId) ? ids.slice(0, 1) : ids).map((id) =>
        path.replace(`{${name}}`, id),
      ),
    );
  }
  return paths;
}

/** Who may read which secret; whoever is not named may not. */
function permissions(informed: boolean): Map<string, readonly Reader[]> {
  const seen = new Map<string, readonly Reader[]>();
  const visible: readonly Part[] = LIVE.filter((part) => part !== 'uninformed' || informed);
  for (const part of PEOPLE) {
    const self: readonly Reader[] = [part, ...ADMINS];
    const others: readonly Reader[] = visible.includes(part) ? [...LIVE, ...self] : self;
    for (const text of ['name', 'headline', 'about', 'goal']) seen.set(secret(`${text}-${part}`), others);
    for (const text of ['application', 'decision', 'external', 'grade'])
      seen.set(secret(`${text}-${part}`), self);
    seen.set(`secret-manager-${part}-terces@example.org`.toLowerCase(), self);
    seen.set(secret(`style-${part}`), [part]);
    seen.set(mailOf(part), self);
  }
  // The pair, while it is one.
  seen.set(mailOf('mentor'), ['mentor', 'mentee', ...ADMINS]);
  seen.set(mailOf('mentee'), ['mentor', 'mentee', ...ADMINS]);
  seen.set(secret('reason-mentee'), ['mentee', ...ADMINS]);
  seen.set(secret('reason-mentor'), ['mentor']);
  seen.set(secret('end-reason'), ['mentee', ...ADMINS]);
  seen.set(secret('location'), ['mentor', 'mentee']);
  seen.set(secret('cancel-reason'), ['mentor', 'mentee']);
  for (const text of ['note', 'question', 'answer', 'reason'])
    seen.set(secret(`asked-${text}`), ['otherMentee', 'otherMentor']);
  seen.set(secret('draft-note'), ['otherMentee']);
  seen.set(secret('queued-note'), ['otherMentee']);
  seen.set(secret('cohort'), [...LIVE, ...ADMINS]);
  for (const text of ['seed', 'parameters', 'override', 'points-mentee', 'points-mentor'])
    seen.set(secret(text), ADMINS);
  for (const text of ['file', 'row', 'cell', 'invitation', 'smtp']) seen.set(secret(text), ADMINS);
  seen.set('7316', ADMINS);
  seen.set('secret-mail-invited-terces@example.org', ADMINS);
  for (const text of ['subject', 'message-id']) seen.set(secret(text), []);
  for (const part of ['owner', 'coordinator', 'sponsor', 'leftOwner', 'stranger', 'platformAdmin'] as const) {
    const self = PARTS_OF_PROGRAM.some((each) => each === part) ? [part, ...ADMINS] : [part];
    seen.set(mailOf(part), self);
    seen.set(secret(`name-${part}`), self);
  }
  seen.set(secret('program'), ['otherOwner']);
  seen.set(secret('elsewhere'), ['otherOwner']);
  return seen;
}

const mailOf = (reader: Reader): string => `secret-mail-${reader}-terces@example.org`.toLowerCase();

describe.each([
  ['before people have confirmed the privacy notice', false],
  ['where the organisation has told its people', true],
])('who sees what, %s', (_, informed) => {
  let api: TestApi;
  let world: PrivateWorld;
  const read = new Map<Reader, string>();
  const failures: string[] = [];

  beforeAll(async () => {
    api = await TestApi.start({ DATABASE_POOL_MAX: '10' });
    world = await buildPrivateWorld(api, informed);
    const operations = (await ApiDescription.read(api)).operations.filter(
      ({ method, path }) => method === 'get' && path.startsWith('/v1'),
    );
    for (const reader of READERS) {
      const answers = await everything(api, operations, world, reader);
      read.set(reader, answers.text);
      failures.push(...answers.failures);
    }
  });
  afterAll(() => api.stop());

  it('is what the table says, for every secret and every reader', () => {
    const wrong: string[] = [];
    for (const [text, allowed] of permissions(informed)) {
      for (const reader of READERS) {
        const sees = read.get(reader)?.includes(text) ?? false;
        const may = allowed.includes(reader);
        if (sees !== may) wrong.push(`${reader} ${sees ? 'sees' : 'does not see'} ${text}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('comes with no error, and of another program with a 404', () => {
    expect(failures).toEqual([]);
  });

  it('gives figures without names to sponsors', () => {
    const text = read.get('sponsor') ?? '';
    expect(text).toContain('"active":1');
    for (const [, name] of text.matchAll(/SECRET-([\w-]+)-TERCES/g))
      expect(['name-sponsor', 'application-sponsor', 'decision-sponsor']).toContain(name);
  });

  it('shows a score to nobody but admins', () => {
    expect(read.get('owner')).toMatch(/"score":7316/);
    for (const reader of READERS.filter((each) => !ADMINS.includes(each)))
      expect(read.get(reader)).not.toMatch(/"(score|points|outOf|contributions)"/);
  });
});
