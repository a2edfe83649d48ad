import { seededRandom } from '#roster';
import type { Instance } from './instance.js';

/** What an instance is made from in which everybody wants the same mentors. */
export interface ContestedSize {
  readonly name: string;
  readonly mentees: number;
  readonly mentors: number;
  /** Whether mentees differ in how much a mentor's fame means to them: the harder market by far. */
  readonly keenness: boolean;
  readonly seed: string;
}

/** Points of a score that are a matter of taste; the rest is the fame of the mentor. */
const TASTE = 300;

/**
 * Everybody wants the same mentors, in almost the same order; two places a mentor; every pair may be made.
 *
 * A score is fame times keenness plus a little taste. With keenness the places go to the keenest, and every mentee who
 * comes moves many others; without it almost any order of mentees is as good as another.
 */
export function contestedInstance({ name, mentees, mentors, keenness, seed }: ContestedSize): Instance {
  const random = seededRandom(seed);
  const fame = Float64Array.from({ length: mentors }, () => random.next() * (10_000 - TASTE));
  const capacity = new Int32Array(mentors).fill(2);
  const scores = new Int32Array(mentees * mentors);
  for (let i = 0; i < mentees; i++) {
    const keen = keenness ? 0.1 + 0.9 * random.next() : 1;
    for (let j = 0; j < mentors; j++)
      scores[i * mentors + j] = Math.floor((fame[j] ?? 0) * keen) + random.whole(0, TASTE);
  }
  return { name, mentees, mentors, capacity, scores };
}
