import { type ScoringContext, scorePair } from '#scoring';
import type { EngineInput } from './engine-input.js';

/** Codes of the hard rules against a pair, by the indices of the input; empty when it may be made. */
export function rulesOf(
  { mentees, mentors }: EngineInput,
  context: ScoringContext,
  menteeIndex: number,
  mentorIndex: number,
): readonly string[] {
  const mentee = mentees[menteeIndex];
  const mentor = mentors[mentorIndex];
  if (mentee === undefined || mentor === undefined) return [];
  const pair = scorePair(mentee, mentor, context);
  return pair.feasible ? [] : pair.reasons;
}
