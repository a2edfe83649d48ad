import type { Pair } from '../context.js';
import { divideDown, partOf } from '../integers.js';
import { listed } from '../words.js';
import type { FeatureScorer, Reason } from './feature-scorer.js';

/** Goal areas that a mentor may support before more of them lower the worth of each. */
export const GOALS_FREE = 6;

const shared = ({ menteeFacts, mentorFacts }: Pair): string[] =>
  [...menteeFacts.goals.keys()].filter((goal) => mentorFacts.goals.has(goal));

/** Whether the mentor supports at least one goal of the mentee. */
export function hasGoalInCommon({ menteeFacts, mentorFacts }: Pair): boolean {
  for (const goal of menteeFacts.goals.keys()) if (mentorFacts.goals.has(goal)) return true;
  return false;
}

function points({ menteeFacts, mentorFacts }: Pair, outOf: number): number {
  let covered = 0;
  for (const [goal, weight] of menteeFacts.goals) if (mentorFacts.goals.has(goal)) covered += weight;
  return goalPoints(outOf, covered, menteeFacts.goalWeight, mentorFacts.goals.size);
}

/** Points for so much covered of all weight, by a mentor who supports so many goals. */
export function goalPoints(outOf: number, covered: number, weight: number, supported: number): number {
  const cover = partOf(outOf, covered, weight);
  return supported <= GOALS_FREE ? cover : divideDown(cover * GOALS_FREE, supported);
}

function reason(pair: Pair): Reason {
  const all = [...pair.menteeFacts.goals.keys()];
  if (all.length === 0) return { because: 'you named no goals', becauseForMentor: 'named no goals' };
  const common = shared(pair);
  if (common.length === 0) {
    return { because: 'supports none of your goals', becauseForMentor: 'has no goal that you support' };
  }
  const names = common.map((goal) => pair.context.goalName(goal));
  const first = all.length > 1 && common[0] === all[0];
  return {
    because: `supports ${listed(names)}${first ? ', your first goal among them' : ''}`,
    becauseForMentor: `has a goal that you support: ${listed(names)}`,
  };
}

/** The mentee's goals, weighted by their order, that the mentor supports. */
export const goalsFeature: FeatureScorer = { feature: 'goals', audience: 'pair', points, reason };
