import type { Pair } from '../context.js';
import type { WantFacts } from '../facts.js';
import { FULL_REACH } from '../facts.js';
import { divideDown, partOf } from '../integers.js';
import { listed, ordinal } from '../words.js';
import type { FeatureScorer, Reason } from './feature-scorer.js';

/** Smallest number that levels 0..5 divide evenly: depth is counted in sixtieths. */
export const FULL_DEPTH = 60;

/** Skills that a mentor may offer before more of them lower the worth of each. */
export const BREADTH_FREE = 12;

/** The mentor's best help with one wanted skill. */
interface Help {
  readonly want: WantFacts;
  readonly offeredId: string;
  readonly level: number;
  /** Relatedness in permille times depth in sixtieths. */
  readonly value: number;
}

/** How far the mentor's level is beyond the mentee's, as a part of how far it could be. */
export function depth(level: number, current: number): number {
  return level <= current ? 0 : (FULL_DEPTH / (5 - current)) * (level - current);
}

function bestHelp(want: WantFacts, offered: ReadonlyMap<string, number>): Help | null {
  let best: Help | null = null;
  for (const [offeredId, level] of offered) {
    const reach = want.reach.get(offeredId);
    if (reach === undefined) continue;
    const value = reach * depth(level, want.currentLevel);
    if (value === 0 || (best !== null && value < best.value)) continue;
    if (best !== null && value === best.value && offeredId > best.offeredId) continue;
    best = { want, offeredId, level, value };
  }
  return best;
}

/** Whether the mentor is ahead in at least one wanted skill or a relative of one. */
export function hasSkillInCommon({ menteeFacts, mentorFacts }: Pair): boolean {
  return menteeFacts.wants.some((want) => bestHelp(want, mentorFacts.skills) !== null);
}

function points({ menteeFacts, mentorFacts }: Pair, outOf: number): number {
  let weighted = 0;
  for (const want of menteeFacts.wants) {
    weighted += want.weight * (bestHelp(want, mentorFacts.skills)?.value ?? 0);
  }
  const deep = partOf(outOf, weighted, menteeFacts.wantedWeight * FULL_REACH * FULL_DEPTH);
  return spreadThin(deep, mentorFacts.skills.size);
}

/** What is left of the points when a mentor offers so many skills. */
export function spreadThin(points: number, offered: number): number {
  return offered <= BREADTH_FREE ? points : divideDown(points * BREADTH_FREE, offered);
}

const ranked = (want: WantFacts): string => `ranked ${ordinal(4 - want.priority)}`;

function reason({ menteeFacts, mentorFacts, context }: Pair): Reason {
  if (menteeFacts.wants.length === 0) {
    return { because: 'you named no skills', becauseForMentor: 'named no skills' };
  }
  const helps = menteeFacts.wants
    .map((want) => bestHelp(want, mentorFacts.skills))
    .filter((help) => help !== null)
    .sort(
      (a, b) =>
        b.want.weight * b.value - a.want.weight * a.value || (a.want.skillId < b.want.skillId ? -1 : 1),
    )
    .slice(0, 3);
  if (helps.length === 0) {
    return {
      because: 'offers none of the skills you want beyond what you know',
      becauseForMentor: 'wants none of the skills you offer, or knows them as well',
    };
  }
  const name = (id: string): string => context.taxonomy.get(id)?.name ?? id;
  const offer = (help: Help): string => `${name(help.offeredId)} ${help.level}/5`;
  const forMentee = helps.map((help) =>
    help.offeredId === help.want.skillId
      ? `${offer(help)}, which you ${ranked(help.want)}`
      : `${offer(help)}, close to ${name(help.want.skillId)}, which you ${ranked(help.want)}`,
  );
  const forMentor = helps.map((help) =>
    help.offeredId === help.want.skillId
      ? `${name(help.want.skillId)} (you offer ${help.level}/5)`
      : `${name(help.want.skillId)}, close to your ${offer(help)}`,
  );
  return { because: `offers ${forMentee.join('; ')}`, becauseForMentor: `wants ${listed(forMentor)}` };
}

/**
 * Over the wanted skills, weighted by priority and rarity: the best offered skill by relatedness times depth.
 * Dividing by all that is wanted makes a long wish list dilute itself; a mentor with more than `BREADTH_FREE` skills
 * is spread thinner in proportion, so that ticking everything is no way to the top.
 */
export const skillsFeature: FeatureScorer = { feature: 'skills', audience: 'pair', points, reason };
