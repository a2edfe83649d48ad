/** One size of `bench:scale`. */
export interface ScaleSize {
  readonly name: string;
  readonly mentees: number;
  readonly mentors: number;
  readonly places: number;
}

/** Places beyond the need where a name does not end with `-tight`. */
const SPARE = 0.076;

/** The sizes of a whole run. */
export const SCALE_NAMES: readonly string[] = [
  '200x100',
  '1000x500',
  '2000x1000',
  '5000x2000',
  '10000x5000',
  '20000x10000',
  '50000x20000',
  '50000x20000-tight',
];

/** Reads `MENTEESxMENTORS`: with 7.6 % more places than mentees, or with `-tight` behind it as many as mentees. */
export function scaleSize(name: string): ScaleSize | null {
  const found = /^([1-9]\d{0,5})x([1-9]\d{0,5})(-tight)?$/u.exec(name);
  if (found === null) return null;
  const [mentees, mentors] = [Number(found[1]), Number(found[2])];
  const wanted = found[3] === undefined ? Math.round(mentees * (1 + SPARE)) : mentees;
  return { name, mentees, mentors, places: Math.max(mentors, Math.min(4 * mentors, wanted)) };
}
