/** `numerator / denominator` without its fraction, exact for whole numbers whose sum is below 2^53; 0 when there is nothing to divide by. */
export function divideDown(numerator: number, denominator: number): number {
  // The nearest double to a quotient of such numbers never reaches the next whole number; the rest of a division is slow.
  return denominator <= 0 ? 0 : Math.trunc(numerator / denominator);
}

/** `outOf` points times a fraction that is cut to 0..1, rounded down. */
export function partOf(outOf: number, numerator: number, denominator: number): number {
  if (numerator <= 0) return 0;
  return numerator >= denominator ? outOf : divideDown(outOf * numerator, denominator);
}

/** A whole number within bounds: what is no number becomes `absent`. */
export function within(value: number | undefined, low: number, high: number, absent: number): number {
  if (value === undefined || Number.isNaN(value)) return absent;
  return Math.max(low, Math.min(high, Math.trunc(value)));
}
