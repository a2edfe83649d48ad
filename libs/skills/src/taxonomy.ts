import { BUILT_IN_RARITY, BUILT_IN_RELATIONS } from './built-in.js';
import { TAXONOMY_VERSION, USUAL_RARITY } from './data/rarity.data.js';
import { normalise } from './normalise.js';
import { resolveParts, resolveText } from './resolve-text.js';
import type { CustomSkill, RelatedSkill, Skill, Taxonomy } from './skill.js';
import type { Spelling } from './spellings.js';
import { collectSpellings } from './spellings.js';
import { nearestSpellings } from './suggest.js';

const NONE: readonly RelatedSkill[] = [];

const byName = (a: Skill, b: Skill): number => {
  const [left, right] = [a.name.toLowerCase(), b.name.toLowerCase()];
  return left === right ? (a.id < b.id ? -1 : 1) : left < right ? -1 : 1;
};

/** The built-in taxonomy, with a program's own skills added. */
export function createTaxonomy(custom: readonly CustomSkill[] = []): Taxonomy {
  const { all, byKey, byId } = collectSpellings(custom);
  const skills = [...new Set(byId.values())].sort((a, b) => (a.id < b.id ? -1 : 1));
  const sortedByName = [...skills].sort(byName);
  const canonical = (id: string): string => byId.get(id)?.id ?? id;

  return {
    version: TAXONOMY_VERSION,
    skills,
    get: (id) => byId.get(id) ?? null,
    resolve: (text) => byId.get(text)?.id ?? resolveText(text, byKey),
    resolveAll: (text) => {
      const skill = byId.get(text);
      return skill === undefined ? resolveParts(text, byKey) : [skill.id];
    },
    suggest: (text, limit) =>
      nearestSpellings(text, limit, all).flatMap(({ spelling, distance }) => {
        const skill = byId.get(spelling.skillId);
        return skill === undefined ? [] : [{ skill, matched: spelling.text, distance }];
      }),
    search: (query, limit) => search(query, limit, sortedByName, all, byId),
    relatedness: (a, b) => {
      const [left, right] = [canonical(a), canonical(b)];
      return left === right ? 1000 : (BUILT_IN_RELATIONS.get(left)?.get(right) ?? 0);
    },
    neighbours: (id) => byId.get(id)?.related ?? NONE,
    rarity: (id) => BUILT_IN_RARITY.get(canonical(id)) ?? USUAL_RARITY,
  };
}

function search(
  query: string,
  limit: number,
  sorted: readonly Skill[],
  all: readonly Spelling[],
  byId: ReadonlyMap<string, Skill>,
): Skill[] {
  const key = normalise(query);
  if (key === '') return sorted.slice(0, limit);
  const holding = all.filter((spelling) => spelling.key.includes(key));
  const named = nearestSpellings(query, limit, holding).flatMap(
    ({ spelling }) => byId.get(spelling.skillId) ?? [],
  );
  const found = new Set(named);
  for (const skill of sorted) {
    if (found.size >= limit) break;
    if (normalise(skill.category).includes(key)) found.add(skill);
  }
  return [...found];
}
