import { BUILT_IN_SKILLS } from './built-in.js';
import { normalise } from './normalise.js';
import type { CustomSkill, Skill } from './skill.js';

/** One way to write a skill: the normalised key, the text as it is shown, and the skill's id. */
export interface Spelling {
  readonly key: string;
  readonly text: string;
  readonly skillId: string;
}

/** All spellings of a taxonomy, and which id stands for which skill. */
export interface Spellings {
  readonly all: readonly Spelling[];
  readonly byKey: ReadonlyMap<string, string>;
  readonly byId: ReadonlyMap<string, Skill>;
}

function spellingsOf(skill: Skill): Spelling[] {
  return [skill.name, skill.id, ...skill.aliases].map((text) => ({
    key: normalise(text),
    text,
    skillId: skill.id,
  }));
}

/**
 * Joins the built-in list and a program's own. The built-in list wins: an own skill that it knows by name stands for
 * the built-in one. A merge that leads nowhere or in a circle is ignored.
 */
export function collectSpellings(custom: readonly CustomSkill[]): Spellings {
  const all = BUILT_IN_SKILLS.flatMap(spellingsOf);
  const byKey = new Map<string, string>();
  const byId = new Map(BUILT_IN_SKILLS.map((skill) => [skill.id, skill]));
  for (const { key, skillId } of all) if (!byKey.has(key)) byKey.set(key, skillId);

  const own = new Map(custom.map((skill) => [skill.id, skill]));
  const builtIn = new Map(byId);
  for (const { id, name } of custom) {
    if (builtIn.has(id)) continue;
    const target = targetOf(id, own, builtIn, byKey);
    const skill = target === null ? null : (builtIn.get(target) ?? ownSkill(own.get(target)));
    if (skill === null) continue;
    byId.set(id, skill);
    const key = normalise(name);
    if (key !== '' && !byKey.has(key)) {
      byKey.set(key, skill.id);
      all.push({ key, text: name, skillId: skill.id });
    }
  }
  return { all, byKey, byId };
}

function ownSkill(custom: CustomSkill | undefined): Skill | null {
  if (custom === undefined) return null;
  const { id, name } = custom;
  return { id, name, kind: 'professional', category: 'Added by the program', aliases: [], related: [] };
}

function targetOf(
  start: string,
  own: ReadonlyMap<string, CustomSkill>,
  builtIn: ReadonlyMap<string, Skill>,
  byKey: ReadonlyMap<string, string>,
): string | null {
  const seen = new Set<string>();
  let id = start;
  while (!builtIn.has(id)) {
    const skill = own.get(id);
    if (skill === undefined || seen.has(id)) return start;
    seen.add(id);
    if (skill.mergedInto === undefined) {
      const known = byKey.get(normalise(skill.name));
      return known !== undefined && builtIn.has(known) ? known : id;
    }
    id = skill.mergedInto;
  }
  return id;
}
