import type { Contribution } from './pair-score.js';

/**
 * The reasons that the two people may read, the weightiest first, at most `limit`, told to one side.
 * Wishes and working style are never among them, nor parts that earned nothing.
 */
export function contentReasons(
  contributions: readonly Contribution[],
  limit: number,
  side: 'mentee' | 'mentor',
): string[] {
  return contributions
    .filter(({ audience, points }) => audience === 'pair' && points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, limit)
    .map(({ because, becauseForMentor }) => (side === 'mentee' ? because : becauseForMentor));
}
