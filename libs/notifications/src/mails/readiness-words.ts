import type { ReadinessProblem } from '#matching';

/** What somebody can do about a reason, as a mail to them says it; the others are for an admin. */
const WORDS: Partial<Readonly<Record<ReadinessProblem, string>>> = {
  paused: 'You pause at present. Resume to be matched.',
  'not-confirmed': 'You have not agreed to the privacy notice; until then nobody sees you.',
  'not-claimed': 'You have never signed in. A link by mail is enough.',
  'no-profile': 'Your profile is not filled in.',
  'no-free-place': 'All the places that you offer are taken. Offer one more, or skip this round.',
  'no-skills-or-goals': 'Your profile names no skills and no goals.',
  'no-availability': 'Your profile names no times that usually suit you.',
};

/** What is missing of somebody, in words to them. */
export function missingInWords(reasons: readonly ReadinessProblem[]): string[] {
  return reasons.flatMap((reason) => WORDS[reason] ?? []);
}
