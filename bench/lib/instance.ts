/** A matching problem written out: for comparing solvers that know nothing of people. */
export interface Instance {
  readonly name: string;
  readonly mentees: number;
  readonly mentors: number;
  /** Places by mentor. */
  readonly capacity: Int32Array;
  /** Row by row, a row for each mentee: `0..10000`, or `-1` where a pair may not be made. */
  readonly scores: Int32Array;
}

/** All places of an instance. */
export function placesOf({ capacity }: Instance): number {
  return capacity.reduce((sum, places) => sum + places, 0);
}

/** The share of the pairs that may be made. */
export function feasibleShare({ scores }: Instance): number {
  let feasible = 0;
  for (const score of scores) if (score >= 0) feasible++;
  return scores.length === 0 ? 0 : feasible / scores.length;
}

/** The scores column by column. */
export function transposed({ mentees, mentors, scores }: Instance): Int32Array {
  const columns = new Int32Array(scores.length);
  const BLOCK = 64;
  for (let top = 0; top < mentees; top += BLOCK)
    for (let j = 0; j < mentors; j++)
      for (let i = top; i < Math.min(mentees, top + BLOCK); i++)
        columns[j * mentees + i] = scores[i * mentors + j] ?? -1;
  return columns;
}
