import { DEFAULT_RULES, DEFAULT_WEIGHTS, validateRules, validateWeights } from '#scoring';
import type { Rules, SettingProblem, Weights } from '#scoring';
import { BadInputError } from '../cli-error.js';
import { readJsonObject } from './read-file.js';

/** Weights of a file, or the defaults; every key must be there and known. */
export async function readWeights(path: string | null): Promise<Weights> {
  if (path === null) return DEFAULT_WEIGHTS;
  const input = await readJsonObject(path);
  refuse(path, validateWeights(input));
  return { ...DEFAULT_WEIGHTS, ...input };
}

/** Rules of a file over the defaults; an unknown key is refused. */
export async function readRules(path: string | null): Promise<Rules> {
  if (path === null) return DEFAULT_RULES;
  const input = await readJsonObject(path);
  refuse(path, validateRules(input));
  return { ...DEFAULT_RULES, ...input };
}

function refuse(path: string, problems: readonly SettingProblem[]): void {
  if (problems.length === 0) return;
  throw new BadInputError(
    problems.map(({ path: key, message }) => `${path}: ${key === '' ? '' : `"${key}": `}${message}`),
  );
}
