import { design, finance, marketingAndSales, productAndProjects } from './business.data.js';
import { dataAndAi } from './data.data.js';
import { engineering } from './engineering.data.js';
import type { SkillSheet } from './entry.js';
import { communication, leadershipSkills, relationships, selfManagement } from './interpersonal.data.js';
import { programmingLanguages } from './languages.data.js';
import { cloud, mobile, security } from './platforms.data.js';
import { educationAndResearch, health, lawAndPolicy, operations, peopleAndHr } from './professions.data.js';
import { backend, frontend } from './web.data.js';

/** The whole built-in list, sheet by sheet. */
export const ALL_SHEETS: readonly SkillSheet[] = [
  programmingLanguages,
  frontend,
  backend,
  mobile,
  cloud,
  security,
  dataAndAi,
  engineering,
  productAndProjects,
  design,
  marketingAndSales,
  finance,
  peopleAndHr,
  lawAndPolicy,
  health,
  educationAndResearch,
  operations,
  communication,
  relationships,
  leadershipSkills,
  selfManagement,
];
