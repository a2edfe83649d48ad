import { cohortInstance } from './cohort-instance.js';
import { contestedInstance } from './contested-instance.js';
import type { Instance } from './instance.js';

/** The instances of a whole run, in the order of the table. */
export const INSTANCE_NAMES: readonly string[] = [
  '200x100',
  '1000x500',
  '5000x2000',
  '10000x5000',
  '9999x5000-restricted',
  '2001x1000-contested',
  '2001x1000-popular',
  '10001x5000-contested',
];

/** Makes an instance of a name: `MENTEESxMENTORS`, with `-contested`, `-popular` or `-restricted` behind it. */
export function instanceOf(name: string, seed: string): Instance | null {
  const found = /^([1-9]\d{0,5})x([1-9]\d{0,5})(?:-(contested|popular|restricted))?$/u.exec(name);
  if (found === null) return null;
  const size = { name, mentees: Number(found[1]), mentors: Number(found[2]), seed: `${seed} ${name}` };
  switch (found[3]) {
    case 'contested':
    case 'popular':
      return contestedInstance({ ...size, keenness: found[3] === 'contested' });
    case 'restricted':
      return cohortInstance({
        ...size,
        restricted: { mentees: Math.ceil(size.mentees / 10), mentors: Math.ceil((size.mentors * 3) / 100) },
      });
    default:
      // Fewer places than mentees wherever 1 to 4 places a mentor come close to the need.
      return cohortInstance(size.mentees >= 2.4 * size.mentors ? { ...size, places: scarce(size) } : size);
  }
}

function scarce({ mentees, mentors }: { mentees: number; mentors: number }): number {
  return Math.min(Math.floor(0.98 * mentees), 4 * mentors);
}
