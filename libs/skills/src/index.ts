export type { CustomSkill, RelatedSkill, Skill, SkillKind, SkillSuggestion, Taxonomy } from './skill.js';
export { TAXONOMY_VERSION } from './data/rarity.data.js';
export { createTaxonomy } from './taxonomy.js';
export { normalise as normaliseSkillName } from './normalise.js';
