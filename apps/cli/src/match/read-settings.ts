import {
  DEFAULT_RULES,
  DEFAULT_WEIGHTS,
  rulesOfList,
  validateRuleList,
  validateRules,
  validateWeights,
} from '#scoring';
import type { ListRule, Rules, SettingProblem, Weights } from '#scoring';
import { BadInputError } from '../cli-error.js';
import { readJson, readJsonObject } from './read-file.js';

/** Weights of a file, or the defaults; every key must be there and known. */
export async function readWeights(path: string | null): Promise<Weights> {
  if (path === null) return DEFAULT_WEIGHTS;
  const input = await readJsonObject(path);
  refuse(path, validateWeights(input));
  return { ...DEFAULT_WEIGHTS, ...input };
}

/** Rules of a file: an object over the defaults, or a list of all of them; an unknown key is refused. */
export async function readRules(path: string | null): Promise<Rules> {
  if (path === null) return DEFAULT_RULES;
  const list = await readJson(path);
  if (Array.isArray(list)) {
    refuse(path, validateRuleList(list));
    return rulesOfList(list as readonly ListRule[]);
  }
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
