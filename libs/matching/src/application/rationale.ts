import type { Contribution } from '#scoring';

/** What the two may read of why: content reasons that count, the weightiest first. */
export function rationaleOf(contributions: readonly Contribution[]): {
  forMentee: string[];
  forMentor: string[];
} {
  const content = contributions
    .filter(({ audience, points }) => audience === 'pair' && points > 0)
    .sort((a, b) => b.points - a.points);
  return {
    forMentee: content.map(({ because }) => because),
    forMentor: content.map(({ becauseForMentor }) => becauseForMentor),
  };
}
