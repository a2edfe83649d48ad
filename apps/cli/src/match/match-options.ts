import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isLocalDate } from '#availability';
import { MAX_PENALTY, type Objective, type PlaceOrder } from '#assignment';
import { UsageError } from '../cli-error.js';
import { errorCode, errorMessage } from '../error-text.js';

/** What `rapport match` was asked to do. */
export interface MatchOptions {
  readonly mentors: string;
  readonly mentees: string;
  readonly weights: string | null;
  readonly rules: string | null;
  readonly out: string;
  readonly report: string;
  readonly scores: string | null;
  /** Lists of pairs: to be made, not to be made, and asked for. */
  readonly locks: string | null;
  readonly forbid: string | null;
  readonly wishes: string | null;
  /** The pairs of an earlier round, and the points that it costs to break one; null without such pairs. */
  readonly published: { readonly path: string; readonly penalty: number } | null;
  readonly objective: Objective;
  readonly order: PlaceOrder;
  readonly minimumScore: number;
  readonly from: string;
  readonly weeks: number;
  readonly seed: string;
  readonly skipBadRows: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/**
 * Reads the arguments of `rapport match`.
 *
 * @param today the first day of the term when none is named
 * @returns null when help is asked for
 * @throws UsageError on anything unknown, missing or out of range
 */
export function parseMatchOptions(args: readonly string[], today: string): MatchOptions | null {
  const values = parseFlags(args, {
    ...{ mentors: text, mentees: text, weights: text, rules: text, out: text, report: text, scores: text },
    ...{ locks: text, forbid: text, wishes: text, published: text, penalty: text },
    ...{ objective: text, order: text, 'minimum-score': text, from: text, weeks: text, seed: text },
    ...{ 'skip-bad-rows': flag, help: { ...flag, short: 'h' } },
  });
  if (values['help'] === true) return null;
  const given = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    mentors: requireFlag(given('mentors'), 'mentors'),
    mentees: requireFlag(given('mentees'), 'mentees'),
    out: requireFlag(given('out'), 'out'),
    report: requireFlag(given('report'), 'report'),
    weights: given('weights') ?? null,
    rules: given('rules') ?? null,
    scores: given('scores') ?? null,
    locks: given('locks') ?? null,
    forbid: given('forbid') ?? null,
    wishes: given('wishes') ?? null,
    published: earlierRound(given('published'), given('penalty')),
    objective: oneOf('objective', given('objective') ?? 'coverage', ['coverage', 'total', 'stable', 'fair']),
    order: oneOf('order', given('order') ?? 'waited', ['waited', 'score']),
    minimumScore: whole('minimum-score', given('minimum-score') ?? '0', 0, 10_000),
    from: date(given('from') ?? today),
    weeks: whole('weeks', given('weeks') ?? '26', 1, 520),
    seed: seed(given('seed') ?? '1'),
    skipBadRows: values['skip-bad-rows'] === true,
  };
}

/** Reads flags and nothing else; every fault is a {@link UsageError}. */
export function parseFlags(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): Readonly<Record<string, unknown>> {
  return parseArguments(args, options, 0).flags;
}

/** Reads flags and up to `most` names beside them; every fault is a {@link UsageError}. */
export function parseArguments(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
  most: number,
): { readonly flags: Readonly<Record<string, unknown>>; readonly names: readonly string[] } {
  try {
    const { values, tokens, positionals } = parseArgs({
      ...{ args: [...args], options, strict: true, tokens: true },
      allowPositionals: most > 0,
    });
    if (positionals.length > most) throw new UsageError(`"${positionals[most] ?? ''}" is one name too many.`);
    const seen = new Set<string>();
    for (const token of tokens) {
      if (token.kind !== 'option') continue;
      if (seen.has(token.name)) throw new UsageError(`--${token.name} is given twice.`);
      seen.add(token.name);
    }
    return { flags: values, names: positionals };
  } catch (error) {
    if (!errorCode(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError(errorMessage(error));
  }
}

/** The value of a flag that has to be there. */
export function requireFlag(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`--${name} FILE is missing.`);
  return value;
}

function earlierRound(path: string | undefined, penalty: string | undefined): MatchOptions['published'] {
  if (path === undefined && penalty === undefined) return null;
  if (path === undefined || path === '' || penalty === undefined)
    throw new UsageError('--published FILE and --penalty N are given together.');
  return { path, penalty: whole('penalty', penalty, 0, MAX_PENALTY) };
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) {
    throw new UsageError(`--${name} is ${allowed.join(', ')}, not "${value}".`);
  }
  return found;
}

function whole(name: string, value: string, low: number, high: number): number {
  const number = /^\d{1,6}$/u.test(value) ? Number(value) : Number.NaN;
  if (number >= low && number <= high) return number;
  throw new UsageError(`--${name} is a whole number from ${low} to ${high}, not "${value}".`);
}

function date(value: string): string {
  if (isLocalDate(value)) return value;
  throw new UsageError(`--from is a date like 2026-03-01, not "${value}".`);
}

function seed(value: string): string {
  if (value.length > 0 && value.length <= 200) return value;
  throw new UsageError('--seed is 1 to 200 characters.');
}
