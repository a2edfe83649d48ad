import { FIELD_PREFIX, type Subject } from './pair-rule.js';

/** What somebody can put into a field of a program. */
export const FIELD_KINDS = ['text', 'number', 'choice', 'multi-choice', 'date'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field of a program as scoring knows it; plain data. */
export interface FieldSpec {
  readonly key: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** What can be chosen; empty for other kinds. */
  readonly options: readonly string[];
  /** Only those who run the program read what others put in. */
  readonly isPrivate: boolean;
  /** Numbers so far apart have nothing in common in a score; null for other kinds. */
  readonly scale: number | null;
}

/** What rules can read of everybody, with or without fields of the program. */
const BUILT_IN: readonly (readonly [Subject, FieldKind])[] = [
  ['organisation', 'choice'],
  ['department', 'choice'],
  ['city', 'choice'],
  ['country', 'choice'],
  ['grade', 'choice'],
  ['yearsExperience', 'number'],
];

/** What a rule can be about. */
export interface SubjectSpec {
  readonly kind: FieldKind;
  /** The only values there are; null when anything may be written. */
  readonly options: readonly string[] | null;
}

/** Everything that a rule of a program can be about, by its name. */
export function subjectsWith(fields: readonly FieldSpec[]): ReadonlyMap<Subject, SubjectSpec> {
  return new Map([
    ...BUILT_IN.map(([name, kind]) => [name, { kind, options: null }] as const),
    ...fields.map(
      ({ key, kind, options }) =>
        [`${FIELD_PREFIX}${key}`, { kind, options: options.length === 0 ? null : options }] as const,
    ),
  ]);
}

// Groups of people: the fairness report has its own place for them, and no rule and no score reads them.
const GROUPS =
  /^(gender|sex|race|ethnic\w*|religion|faith|age|birth\w*|date.of.birth|nationality|disab\w*|sexual\w*|marital\w*|pregnan\w*)$/u;

/** Whether a name is one of a group that no rule and no score may read. */
export function isReserved(of: Subject): boolean {
  return GROUPS.test(of.replace(FIELD_PREFIX, '').trim().toLowerCase());
}

/** A field that can count in a score: two people can be more or less alike in it. */
export function canScore({ kind, scale, key }: FieldSpec): boolean {
  const isComparable = kind === 'choice' || kind === 'multi-choice' || (kind === 'number' && scale !== null);
  return isComparable && !isReserved(key);
}
