import { createScoringContext, scoreRow, type ScoringContext } from '#scoring';
import type { MatchSettings } from './match-settings.js';
import type { People } from './profiles.js';

/** Scores of all pairs, row by row; a row is by mentee, in the order of {@link People}. */
export interface ScoreTable {
  readonly context: ScoringContext;
  /** Fills `out[j]` for every mentor: `0..10000`, or `-1` for a pair that may not be made. */
  readonly fill: (menteeIndex: number, out: Int32Array) => void;
}

/** Up to so many pairs the scores are kept (two bytes each); beyond, a row is worked out whenever it is asked for. */
const MOST_KEPT = 60_000_000;

/** Scores every pair once. */
export function scoreAll(
  people: People,
  settings: MatchSettings,
  onProgress: (share: number) => void = () => undefined,
): ScoreTable {
  const { mentees, mentors, taxonomy } = people;
  const context = createScoringContext({
    taxonomy,
    term: settings.term,
    weights: settings.weights,
    rules: settings.rules,
  });
  const compute = (index: number, out: Int32Array): void => {
    const mentee = mentees[index];
    if (mentee !== undefined) scoreRow(mentee, mentors, context, out);
  };
  const width = mentors.length;
  if (mentees.length * width > MOST_KEPT) return { context, fill: compute };

  const kept = new Int16Array(mentees.length * width);
  const row = new Int32Array(width);
  for (let index = 0; index < mentees.length; index++) {
    compute(index, row);
    kept.set(row, index * width);
    onProgress((index + 1) / mentees.length);
  }
  return {
    context,
    fill: (index, out) => {
      out.set(kept.subarray(index * width, (index + 1) * width));
    },
  };
}
