/** Ends of an interval, as shares from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Quantile of the normal distribution for 95 %. */
const Z = 1.959963984540054;

/**
 * The score interval of a share, at 95 %.
 *
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
 * Association 22 (1927), 209–212; recommended for small numbers by Brown, Cai and DasGupta, "Interval estimation for a
 * binomial proportion", Statistical Science 16 (2001), 101–133.
 *
 * @param yes how many of them, 0 to `of`
 * @param of how many there are, at least 1
 */
export function wilsonInterval(yes: number, of: number): Interval {
  const share = yes / of;
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const middle = share + (Z * Z) / (2 * of);
  const scale = 1 + (Z * Z) / of;
  return {
    low: yes === 0 ? 0 : Math.max(0, (middle - spread) / scale),
    high: yes === of ? 1 : Math.min(1, (middle + spread) / scale),
  };
}
