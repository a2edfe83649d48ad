export type { CustomSkill, RelatedSkill, Skill, SkillKind, SkillSuggestion, Taxonomy } from './skill.js';
