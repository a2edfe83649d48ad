import { ALL_SHEETS } from './data/all-sheets.js';
import { RARITY_STEPS } from './data/rarity.data.js';
import type { RelatedSkill, Skill } from './skill.js';

/** Strongest first, then by id, so that lists never depend on the order of writing. */
export function byStrength(a: RelatedSkill, b: RelatedSkill): number {
  return b.permille - a.permille || (a.id < b.id ? -1 : 1);
}

function mirrored(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const relations = new Map<string, Map<string, number>>();
  const add = (from: string, to: string, permille: number): void => {
    const known = relations.get(from) ?? new Map<string, number>();
    known.set(to, Math.max(permille, known.get(to) ?? 0));
    relations.set(from, known);
  };
  for (const sheet of ALL_SHEETS) {
    for (const [id, , , related] of sheet.entries) {
      for (const [other, permille] of Object.entries(related ?? {})) {
        add(id, other, permille);
        add(other, id, permille);
      }
    }
  }
  return relations;
}

function expand(): readonly Skill[] {
  const relations = mirrored();
  return ALL_SHEETS.flatMap(({ category, kind, entries }) =>
    entries.map(([id, name, aliases = '']) => ({
      id,
      name,
      kind,
      category,
      aliases: aliases
        .split(',')
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
      related: [...(relations.get(id) ?? [])]
        .map(([other, permille]) => ({ id: other, permille }))
        .sort(byStrength),
    })),
  );
}

/** The built-in skills with their relations on both sides. */
export const BUILT_IN_SKILLS: readonly Skill[] = expand();

/** The relations of the built-in skills, for look-ups by pair. */
export const BUILT_IN_RELATIONS: ReadonlyMap<string, ReadonlyMap<string, number>> = mirrored();

/** The fixed weights that differ from the usual one, by skill. */
export const BUILT_IN_RARITY: ReadonlyMap<string, number> = new Map(
  RARITY_STEPS.flatMap(({ permille, ids }) => ids.map((id) => [id, permille] as const)),
);
