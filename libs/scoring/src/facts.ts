import type { Taxonomy } from '#skills';
import { within } from './integers.js';
import type { MenteeProfile, MentorProfile, PersonProfile } from './profile.js';

/** A wanted skill, ready to be compared: who can help with it, and how much it counts. */
export interface WantFacts {
  readonly skillId: string;
  readonly priority: number;
  readonly currentLevel: number;
  /** Priority times rarity. */
  readonly weight: number;
  /** Every skill that helps with this one, itself included, with its relatedness in permille. */
  readonly reach: ReadonlyMap<string, number>;
}

/** Answers to the questionnaire: whole steps 1..5 by item, and the values picked. */
export interface StyleFacts {
  readonly items: ReadonlyMap<string, number>;
  readonly values: ReadonlySet<string>;
}

/** What is worked out once about a person, whichever side. */
export interface PersonFacts {
  /** Null when the questionnaire was left out. */
  readonly style: StyleFacts | null;
  /** Spoken languages with the best stated level. */
  readonly languages: ReadonlyMap<string, number>;
}

/** What is worked out once about a mentee. */
export interface MenteeFacts extends PersonFacts {
  readonly wants: readonly WantFacts[];
  readonly wantedWeight: number;
  /** Goals in their order with weights n, n − 1, … 1. */
  readonly goals: ReadonlyMap<string, number>;
  readonly goalWeight: number;
  /** Place of each mentor among the wishes, from 1. */
  readonly wishes: ReadonlyMap<string, number>;
}

/** What is worked out once about a mentor. */
export interface MentorFacts extends PersonFacts {
  readonly skills: ReadonlyMap<string, number>;
  readonly goals: ReadonlySet<string>;
  readonly vetoes: ReadonlySet<string>;
}

const FULL_LANGUAGE = 4;

/** Relatedness of a skill to itself, in permille. */
export const FULL_REACH = 1000;

function languagesOf(person: PersonProfile): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const { code, level } of person.languages) {
    const base = code.trim().toLowerCase().split('-')[0] ?? '';
    levels.set(base, Math.max(levels.get(base) ?? 0, within(level, 1, FULL_LANGUAGE, FULL_LANGUAGE)));
  }
  return levels;
}

function styleOf({ workingStyle }: PersonProfile): StyleFacts | null {
  if (workingStyle === null || workingStyle === undefined) return null;
  const answers = Object.entries(workingStyle.items).filter(([, step]) => !Number.isNaN(step));
  return {
    items: new Map(answers.map(([item, step]) => [item, within(step, 1, 5, 1)])),
    values: new Set(workingStyle.values),
  };
}

const reaches = new WeakMap<Taxonomy, Map<string, ReadonlyMap<string, number>>>();

/** Who can help with a skill, worked out once for each taxonomy. */
function reachOf(skillId: string, taxonomy: Taxonomy): ReadonlyMap<string, number> {
  let known = reaches.get(taxonomy);
  if (known === undefined) reaches.set(taxonomy, (known = new Map<string, ReadonlyMap<string, number>>()));
  let reach = known.get(skillId);
  if (reach === undefined) {
    const neighbours = taxonomy.neighbours(skillId).map(({ id, permille }) => [id, permille] as const);
    known.set(skillId, (reach = new Map([[skillId, FULL_REACH], ...neighbours])));
  }
  return reach;
}

/** Skills named twice, also under two names, count once: with the highest priority and the highest current level. */
function wantsOf(mentee: MenteeProfile, taxonomy: Taxonomy): WantFacts[] {
  const merged = new Map<string, { priority: number; currentLevel: number }>();
  for (const want of mentee.wants) {
    const id = taxonomy.get(want.skillId)?.id ?? want.skillId;
    const known = merged.get(id) ?? { priority: 1, currentLevel: 0 };
    merged.set(id, {
      priority: Math.max(known.priority, within(want.priority, 1, 3, 1)),
      currentLevel: Math.max(known.currentLevel, within(want.currentLevel, 0, 5, 1)),
    });
  }
  return [...merged].map(([skillId, { priority, currentLevel }]) => ({
    skillId,
    priority,
    currentLevel,
    weight: priority * taxonomy.rarity(skillId),
    reach: reachOf(skillId, taxonomy),
  }));
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** Works out what scoring reads of a mentee. */
export function factsOfMentee(mentee: MenteeProfile, taxonomy: Taxonomy): MenteeFacts {
  const wants = wantsOf(mentee, taxonomy);
  const goals = [...new Set(mentee.goals)];
  const weights = new Map(goals.map((goal, index) => [goal, goals.length - index]));
  const wishes = [...new Set(mentee.wishes)];
  return {
    languages: languagesOf(mentee),
    style: styleOf(mentee),
    wants,
    wantedWeight: sum(wants.map(({ weight }) => weight)),
    goals: weights,
    goalWeight: sum(weights.values()),
    wishes: new Map(wishes.map((mentorId, index) => [mentorId, index + 1])),
  };
}

/** Works out what scoring reads of a mentor. */
export function factsOfMentor(mentor: MentorProfile, taxonomy: Taxonomy): MentorFacts {
  const skills = new Map<string, number>();
  for (const { skillId, level } of mentor.skills) {
    const id = taxonomy.get(skillId)?.id ?? skillId;
    skills.set(id, Math.max(skills.get(id) ?? 0, within(level, 1, 5, 1)));
  }
  return {
    languages: languagesOf(mentor),
    style: styleOf(mentor),
    skills,
    goals: new Set(mentor.goals),
    vetoes: new Set(mentor.vetoes),
  };
}
