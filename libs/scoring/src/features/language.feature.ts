import type { Pair } from '../context.js';
import type { PersonFacts } from '../facts.js';
import { partOf } from '../integers.js';
import { LANGUAGE_NAMES } from '../language-names.data.js';
import type { FeatureScorer, Reason } from './feature-scorer.js';
import { toBoth } from './feature-scorer.js';

const FULL = 4;
const LEVEL_NAMES = ['', 'basic', 'conversation', 'work', 'full'];

/** The language in which both get furthest, at the level of the weaker one. */
export interface SharedLanguage {
  readonly code: string;
  readonly level: number;
}

/** The best language of two people, or null when they share none. */
export function bestSharedLanguage(a: PersonFacts, b: PersonFacts): SharedLanguage | null {
  let best: SharedLanguage | null = null;
  for (const [code, left] of a.languages) {
    const level = Math.min(left, b.languages.get(code) ?? 0);
    if (level === 0) continue;
    const better = best === null || level > best.level || (level === best.level && code < best.code);
    if (better) best = { code, level };
  }
  return best;
}

function points({ menteeFacts, mentorFacts, context }: Pair, outOf: number): number {
  const level = bestSharedLanguage(menteeFacts, mentorFacts)?.level ?? 0;
  return languagePoints(outOf, level, context.rules.minimumLanguageLevel ?? 0);
}

/** Points for a shared level where a minimum (0 for none) is asked for anyway. */
export function languagePoints(outOf: number, level: number, minimum: number): number {
  if (minimum >= FULL) return level >= FULL ? outOf : 0;
  return partOf(outOf, level - minimum, FULL - minimum);
}

function reason({ menteeFacts, mentorFacts }: Pair): Reason {
  const best = bestSharedLanguage(menteeFacts, mentorFacts);
  if (best === null) return toBoth('you share no language');
  const name = LANGUAGE_NAMES[best.code] ?? best.code.toUpperCase();
  return toBoth(`you both speak ${name} (${LEVEL_NAMES[best.level] ?? ''} level)`);
}

/** Shared proficiency beyond what the rules ask for anyway. */
export const languageFeature: FeatureScorer = { feature: 'language', audience: 'pair', points, reason };
