import type { ApiDescription, Schema } from './openapi.js';

/** A value that a field may not have. */
export interface BadValue {
  /** The field, with dots. */
  readonly path: string;
  readonly value: unknown;
}

const DEEPEST = 4;
const LONG = 'x'.repeat(70_000);

const byType: Readonly<Record<string, readonly unknown[]>> = {
  string: [7, true, {}, { length: 3 }, [], ['text']],
  integer: ['7', 'x', 1.5, true, {}, [], [1], 1e300, -(2 ** 53)],
  number: ['7', true, {}, [], [1], 1e300],
  boolean: ['true', 1, {}, [], 'maybe'],
  array: ['text', 7, true, {}, { length: 1, 0: 'text' }, [null], [[]], [{ unknown: 1 }]],
  object: ['text', 7, true, [], [{}]],
};

const byFormat: Readonly<Record<string, readonly unknown[]>> = {
  uuid: ['x', '', 'ffffffff-ffff-ffff-ffff-fffffffffffg', LONG],
  email: ['nobody', '@', 'a@x, b@y', 'a@x\r\nBcc: b@y'],
  'date-time': [
    'yesterday',
    '',
    '2027-02-30T10:00:00Z',
    '2027-02-01T25:00:00Z',
    '+275760-09-14T00:00:00Z',
    '1',
  ],
  date: ['yesterday', '2027-02-30', '2027-13-01', '0'],
};

/** Values of the wrong type, form or size for a schema. */
export function badValuesFor(schema: Schema): readonly unknown[] {
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  return [
    ...types
      .flatMap((type) => byType[type] ?? [])
      .filter((value) => !types.some((type) => isOf(type, value))),
    ...(types.includes('string') ? [LONG, 'a\0b', 'a\ud800b'] : []),
    ...(byFormat[schema.format ?? ''] ?? []),
    ...(schema.enum === undefined ? [] : ['something else', '']),
    ...(schema.minimum === undefined ? [] : [schema.minimum - 1]),
    ...(schema.maximum === undefined ? [] : [schema.maximum + 1]),
  ];
}

/** Whether a value may be of a type at first sight; items and properties are tried on their own. */
function isOf(type: string, value: unknown): boolean {
  if (type === 'array' || type === 'object') return false;
  return type === 'integer' ? Number.isSafeInteger(value) : typeof value === type;
}

/** Every field below a schema, however deep, with each value that it may not have. */
export function badFieldsOf(api: ApiDescription, schema: Schema, prefix = '', depth = 0): BadValue[] {
  const { properties = {}, items } = api.resolve(schema);
  const children: [string, Schema][] = items === undefined ? Object.entries(properties) : [['0', items]];
  if (depth > DEEPEST) return [];
  return children.flatMap(([name, child]) => {
    const path = `${prefix}${name}`;
    return [
      ...badValuesFor(api.resolve(child)).map((value) => ({ path, value })),
      ...badFieldsOf(api, child, `${path}.`, depth + 1),
    ];
  });
}

/** A copy of a body in which one field has another value; what lies on the way is made. */
export function withField(body: unknown, path: string, value: unknown): unknown {
  const [name = '', ...rest] = path.split('.');
  const inner = (present: unknown): unknown =>
    rest.length === 0 ? value : withField(present, rest.join('.'), value);
  if (name === '0') {
    const [first, ...others] = Array.isArray(body) ? (body as unknown[]) : [];
    return [inner(first), ...others];
  }
  const known = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  return { ...known, [name]: inner(known[name]) };
}
