import type { ScoreKernel } from '#scoring';

/** Scores some rows of mentees, spread over all of them, and counts the pairs that may be made. */
export function scoreRows(
  kernel: ScoreKernel,
  mentees: number,
  mentors: number,
  rows: { readonly from: number; readonly to: number },
): number {
  const out = new Int32Array(mentors);
  let feasible = 0;
  for (let nth = rows.from; nth < rows.to; nth++) {
    kernel.scoreRow((nth * STRIDE) % mentees, out);
    // Looking at one score keeps the work from being left out; looking at all would be measured too.
    if ((out[nth % mentors] ?? -1) >= 0) feasible++;
  }
  return feasible;
}

/** A prime, so that neighbouring rows are no neighbours in the input. */
const STRIDE = 7919;
