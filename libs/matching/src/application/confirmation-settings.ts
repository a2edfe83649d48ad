import type { FieldProblem } from '#kernel';
import type { ProposalTerms } from '#mentorships';

/** Who has to say yes before a published pair starts: nobody, the mentor, or both. */
export const CONFIRMATIONS = ['none', 'mentor', 'both'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** How a round asks people for their yes. No run depends on it. */
export interface ConfirmationSettings {
  readonly confirmation: Confirmation;
  /** Working days of the program that people have to answer. */
  readonly confirmWithinWorkingDays: number;
  /** Whether a mentee whose proposal came to nothing is proposed to the next best mentor by itself. */
  readonly proposeNextBest: boolean;
}

/** Pairs start at once; three days are enough for whoever reads mail on two days of a week. */
export const DEFAULT_CONFIRMATION: ConfirmationSettings = {
  confirmation: 'none',
  confirmWithinWorkingDays: 3,
  proposeNextBest: false,
};

const MOST_DAYS = 20;

/** What can't work of these settings. */
export function confirmationProblems(settings: {
  readonly confirmation: string;
  readonly confirmWithinWorkingDays: number;
}): FieldProblem[] {
  const { confirmation, confirmWithinWorkingDays: days } = settings;
  const known = (CONFIRMATIONS as readonly string[]).includes(confirmation);
  return [
    ...(known ? [] : [{ path: 'confirmation', message: `Choose one of ${CONFIRMATIONS.join(', ')}.` }]),
    ...(Number.isInteger(days) && days >= 1 && days <= MOST_DAYS
      ? []
      : [{ path: 'confirmWithinWorkingDays', message: `Give a whole number from 1 to ${MOST_DAYS}.` }]),
  ];
}

/** Whom a round asks, and how long they have; null where pairs start at once. */
export function proposalTermsOf({
  confirmation,
  confirmWithinWorkingDays: withinWorkingDays,
}: {
  readonly confirmation: string;
  readonly confirmWithinWorkingDays: number;
}): ProposalTerms | null {
  if (confirmation === 'none') return null;
  return { sides: confirmation === 'mentor' ? ['mentor'] : ['mentor', 'mentee'], withinWorkingDays };
}
