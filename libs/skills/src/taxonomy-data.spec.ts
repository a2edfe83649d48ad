import { BUILT_IN_SKILLS } from './built-in.js';
import { ALL_SHEETS } from './data/all-sheets.js';
import { RARITY_STEPS } from './data/rarity.data.js';
import { normalise } from './normalise.js';
import { createTaxonomy } from './taxonomy.js';

const ids = new Set(BUILT_IN_SKILLS.map((skill) => skill.id));
const entries = ALL_SHEETS.flatMap((sheet) => sheet.entries);

describe('the built-in skills', () => {
  const taxonomy = createTaxonomy();

  it('are more than 400, of both kinds', () => {
    expect(BUILT_IN_SKILLS.length).toBeGreaterThan(400);
    expect(BUILT_IN_SKILLS.filter((skill) => skill.kind === 'interpersonal').length).toBeGreaterThan(50);
  });

  it('have unique slugs for ids', () => {
    expect(ids.size).toBe(entries.length);
    expect([...ids].filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id))).toEqual([]);
  });

  it('share no spelling, and no skill states one twice', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const skill of BUILT_IN_SKILLS) {
      const keys = skill.aliases.map(normalise);
      const own = new Set([normalise(skill.name), normalise(skill.id)]);
      const all = [...own, ...keys];
      if (new Set(all).size !== all.length) clashes.push(`${skill.id} states a spelling twice`);
      for (const key of new Set(all)) {
        const owner = owners.get(key);
        if (owner !== undefined) clashes.push(`${key}: ${owner} and ${skill.id}`);
        owners.set(key, skill.id);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('relate to skills that exist, never to themselves, each relation stated once', () => {
    const stated = new Set<string>();
    const wrong: string[] = [];
    for (const [id, , , related] of entries) {
      for (const [other, permille] of Object.entries(related ?? {})) {
        const pair = [id, other].sort().join(' ');
        if (!ids.has(other) || other === id || stated.has(pair)) wrong.push(pair);
        if (!Number.isInteger(permille) || permille < 1 || permille > 999) wrong.push(`${pair} ${permille}`);
        stated.add(pair);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('relate symmetrically', () => {
    for (const skill of BUILT_IN_SKILLS) {
      for (const { id, permille } of skill.related) {
        expect(taxonomy.relatedness(id, skill.id)).toBe(permille);
        expect(taxonomy.relatedness(skill.id, id)).toBe(permille);
      }
    }
  });

  it('answer to every name, id and alias of theirs', () => {
    for (const skill of BUILT_IN_SKILLS) {
      for (const text of [skill.id, skill.name, ...skill.aliases, skill.name.toUpperCase()]) {
        expect([text, taxonomy.resolve(text)]).toEqual([text, skill.id]);
      }
    }
  });

  it('have a weight in a fixed table that names each skill once', () => {
    const named = RARITY_STEPS.flatMap((step) => step.ids);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });
});
