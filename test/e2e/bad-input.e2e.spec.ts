import { encodeCursor } from '#http';
import type request from 'supertest';
import { ApiCaller, type CallChanges } from '../support/api-call.js';
import { TestApi } from '../support/api-app.js';
import { authorisation, things } from '../support/authorisation.data.js';
import { callerOf } from '../support/authorisation.js';
import { badFieldsOf, badValuesFor, withField } from '../support/bad-values.js';
import { DatabaseSnapshot } from '../support/database-snapshot.js';
import { ApiDescription, type Operation } from '../support/openapi.js';
import { buildProgramWorld, type Persona } from '../support/program-world.js';

let api: TestApi;
let description: ApiDescription;
let caller: ApiCaller;
let kept: DatabaseSnapshot;
let before: ReadonlyMap<string, string>;
let complaints: string[];

beforeAll(async () => {
  api = await TestApi.start();
  const world = await buildProgramWorld(api);
  kept = await DatabaseSnapshot.take(api);
  before = await kept.digest();
  description = await ApiDescription.read(api);
  caller = new ApiCaller(api, description, world);
}, 60_000);
afterAll(() => api.stop());
beforeEach(() => {
  complaints = [];
});
afterEach(() => kept.restore());

interface Problem {
  readonly code?: unknown;
  readonly detail?: unknown;
  readonly type?: unknown;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
}

const REFUSED = [400, 404, 410, 412, 413, 415, 422, 428];
const personaFor = (operation: Operation): Persona => callerOf(authorisation[operation.id] ?? 'public');
const short = (value: unknown): string => JSON.stringify(value ?? 'nothing').slice(0, 60);

/** Notes what is wrong with the answer to something bad. */
function judge(
  what: string,
  response: request.Response,
  expected: readonly number[] = REFUSED,
  path?: string,
): void {
  const { code, detail, type, fields } = response.body as Problem;
  if (!expected.includes(response.status))
    complaints.push(`${what}: answered ${response.status} ${String(code)}`);
  else if (!/^application\/problem\+json/.test(String(response.headers['content-type'])))
    complaints.push(`${what}: is no problem document`);
  else if (typeof code !== 'string' || typeof type !== 'string' || String(detail).length < 10)
    complaints.push(`${what}: says too little: ${short(response.body)}`);
  else if (
    path !== undefined &&
    response.status === 422 &&
    fields?.some((field) => path.startsWith(field.path) || field.path.startsWith(path)) !== true
  )
    complaints.push(`${what}: does not name ${path}, but ${short(fields)}`);
}

/** Whether a check of settings names a field among its problems. */
function namesProblem(body: unknown, path: string): boolean {
  const { problems } = body as { problems: readonly { path: string }[] };
  return problems.some((problem) => path.startsWith(problem.path) || problem.path.startsWith(path));
}

/** Tries something on every operation that it applies to; nothing may be accepted, fail or touch a row. */
async function onAll(
  applies: (operation: Operation) => boolean,
  attempt: (operation: Operation, persona: Persona) => Promise<void>,
): Promise<void> {
  for (const operation of description.operations.filter(applies)) {
    await api.sql(`TRUNCATE rate_counter`);
    await attempt(operation, personaFor(operation));
    const after = await kept.digest();
    const touched = [...before].filter(([table, digest]) => after.get(table) !== digest);
    if (touched.length === 0) continue;
    complaints.push(`${operation.id}: touched ${touched.map(([table]) => table).join(', ')}`);
    await kept.restore();
  }
  expect(complaints).toEqual([]);
}

const takesJson = (operation: Operation): boolean => description.bodyOf(operation) !== null;
/** Pages behind links take whatever a form sends and read what they know. */
const takesNamedFields = (operation: Operation): boolean =>
  operation.path.startsWith('/v1') && takesJson(operation);
const send = (operation: Operation, persona: Persona, changes: CallChanges): Promise<request.Response> =>
  caller.call(operation, persona, changes);

describe('bad bodies', () => {
  it('name each field whose type, form or size is wrong', async () => {
    await onAll(takesNamedFields, async (operation, persona) => {
      const schema = description.bodyOf(operation) ?? {};
      const good = caller.bodyOf(operation);
      for (const { path, value } of badFieldsOf(description, schema)) {
        const body = withField(good, path, value);
        const what = `${operation.id} ${path} = ${short(value)}`;
        const response = await send(operation, persona, { body });
        if (operation.id !== 'Variant_check' || response.status !== 200)
          judge(what, response, [400, 413, 422], path);
        // Its answer is the list of what is wrong.
        else if (!namesProblem(response.body, path)) complaints.push(`${what}: does not name ${path}`);
        await api.sql(`TRUNCATE rate_counter`);
      }
    });
  }, 300_000);

  it('are refused for a field that nobody knows, by name', async () => {
    await onAll(takesNamedFields, async (operation, persona) => {
      const good = caller.bodyOf(operation) as object;
      for (const name of ['surprise', 'constructor', '__proto__', 'isPlatformAdmin', 'accountId']) {
        const body = JSON.parse(
          `${JSON.stringify(good).slice(0, -1)}${Object.keys(good).length === 0 ? '' : ','}"${name}":{}}`,
        ) as object;
        if (name in (description.bodyOf(operation)?.properties ?? {})) continue;
        const sent = caller
          .request(operation, persona)
          .set('Content-Type', 'application/json')
          .send(JSON.stringify(body));
        judge(`${operation.id} ${name}`, await sent, [422], name === '__proto__' ? undefined : name);
      }
    });
  }, 300_000);

  const deep = (open: string, close: string): string => `${open.repeat(20_000)}1${close.repeat(20_000)}`;

  it.each<[string, string, string | Buffer, readonly number[]]>([
    ['huge', 'application/json', JSON.stringify({ name: 'x'.repeat(3_000_000) }), [413]],
    ['of very many values', 'application/json', `[${'1,'.repeat(60_000)}1]`, [413]],
    ['deep in arrays', 'application/json', deep('[', ']'), [413]],
    ['deep in objects', 'application/json', deep('{"a":', '}'), [413]],
    ['cut off', 'application/json', '{"name": "x', [400]],
    ['an array', 'application/json', '[]', [400, 422]],
    ['an array with an object', 'application/json', '[{}]', [400, 422]],
    ['a text', 'application/json', '"name"', [400, 422]],
    ['a number', 'application/json', '7', [400, 422]],
    ['null', 'application/json', 'null', [400, 422]],
    ['a NUL', 'application/json', '{"a\\u0000b": "c"}', [422]],
    ['half a character', 'application/json', '{"name": "\\ud800"}', [422]],
    [
      'broken UTF-8',
      'application/json',
      Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
      [400],
    ],
    ['of an unknown charset', 'application/json; charset=klingon', '{}', [415]],
    ['XML', 'application/xml', '<name>x</name>', [415]],
    ['plain text', 'text/plain', 'name=x', [415]],
  ])(
    'that are %s are refused',
    async (_, type, body, expected) => {
      await onAll(takesJson, async (operation, persona) => {
        const call = caller.request(operation, persona).set('Content-Type', type);
        const sent =
          typeof body === 'string' ? call.send(body) : call.serialize((bytes: string) => bytes).send(body);
        // A page behind a made-up link says so before it looks at what a form has sent.
        const more = expected.includes(422) && !operation.path.startsWith('/v1') ? [404] : [];
        judge(operation.id, await sent, [...expected, ...more]);
      });
    },
    120_000,
  );

  it('with null for a field, or nothing at all, never fail', async () => {
    await onAll(takesJson, async (operation, persona) => {
      const schema = description.bodyOf(operation) ?? {};
      const bodies = [
        undefined,
        {},
        ...Object.keys(schema.properties ?? {}).map((name) =>
          withField(caller.bodyOf(operation), name, null),
        ),
      ];
      for (const body of bodies) {
        const { status, body: answer } = await send(operation, persona, { body });
        if (status >= 500) complaints.push(`${operation.id} ${short(body)}: ${status} ${short(answer)}`);
        // Where null stands for "nothing" it is taken.
        if (status < 300) await kept.restore();
      }
    });
  }, 300_000);
});

describe('bad addresses', () => {
  const NOTHING = '00000000-0000-7000-8000-000000000000';

  it.each([
    ['that is no id', 'x', [404]],
    ['of nothing', NOTHING, [404]],
    ['with a NUL', '%00', [400]],
    ['that is very long', 'a'.repeat(5_000), [404]],
    ['with a broken escape', '%ff', [400]],
    ['that climbs', '..%2f..%2fme', [404]],
    ['with SQL', "'%20OR%201=1--", [404]],
  ])(
    'a part %s leads nowhere',
    async (_, value, expected) => {
      await onAll(
        ({ path }) => path.includes('{'),
        async (operation, persona) => {
          const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
          for (const name of names) {
            const ids = { ...caller.idsFor(persona), [things[operation.id]?.[name] ?? name]: value };
            judge(`${operation.id} ${name}`, await send(operation, persona, { ids }), expected);
          }
        },
      );
    },
    120_000,
  );

  it('refuse parameters of the wrong form, and unknown ones', async () => {
    const isQuery = ({ in: place }: { in: string }): boolean => place === 'query';
    await onAll(
      ({ parameters }) => parameters.some(isQuery),
      async (operation, persona) => {
        const attempt = async (name: string, value: string): Promise<void> => {
          const response = await send(operation, persona, { query: { [name]: value } });
          judge(`${operation.id} ?${name}=${value.slice(0, 40)}`, response, [400, 422], name);
        };
        for (const { name, schema = {} } of operation.parameters.filter(isQuery)) {
          const known = description.resolve(schema);
          const texts = badValuesFor(known).filter(
            (value) => typeof value === 'string' || typeof value === 'number',
          );
          for (const value of texts) {
            const text = String(value);
            // Everything in an address is text; what reads like a number is one.
            if (known.type === 'string' && typeof value === 'number') continue;
            if (known.type === 'integer' && text === '7') continue;
            if (known.type === 'boolean' && text === 'true') continue;
            if (text.isWellFormed() && text.length < 10_000) await attempt(name, text);
          }
          if (known.type === 'string') await attempt(name, 'x'.repeat(8_000));
          for (const cursor of name === 'cursor' ? forgedCursors : []) {
            const { status } = await send(operation, persona, { query: { cursor } });
            // One that looks like ours is taken for one, and leads to some place in the list.
            if (status !== 422 && status !== 200)
              complaints.push(`${operation.id} ?cursor=${cursor}: ${status}`);
          }
          await attempt(`${name}[a]`, '1');
        }
        await attempt('surprise', '1');
      },
    );
  }, 120_000);

  const forgedCursors = [
    'rubbish',
    'W10',
    ...[['x'], [7], [''], [2 ** 53], ['x', 'y'], [1, 'x', 'y'], ['a', 'a', 'a'], ["'; --"]].map(encodeCursor),
    ...[[['x']], [null], [{}], {}, 7].map((value) =>
      Buffer.from(JSON.stringify(value)).toString('base64url'),
    ),
  ];
});

describe('bad headers', () => {
  it('name no version', async () => {
    await onAll(
      ({ parameters }) => parameters.some(({ name, required }) => name === 'If-Match' && required === true),
      async (operation, persona) => {
        for (const value of ['1', 'x', '"x"', '""', '"1.5"', '"99999999999999999999"', '"-1"', '"1", "2"']) {
          const call = caller.request(operation, persona).set('If-Match', value);
          judge(
            `${operation.id} ${value}`,
            await call.send(caller.bodyOf(operation) as object),
            [400, 412, 422, 428],
          );
        }
      },
    );
  });

  it('are no key for repetitions', async () => {
    await onAll(
      (operation) => operation.method === 'post' && takesNamedFields(operation),
      async (operation, persona) => {
        for (const value of ['x'.repeat(5_000), 'ü', '\t']) {
          const call = caller.request(operation, persona).set('Idempotency-Key', value);
          const { status } = await call.send({ surprise: 1 });
          if (status >= 500 || status < 400) complaints.push(`${operation.id} ${short(value)}: ${status}`);
        }
      },
    );
  });
});
