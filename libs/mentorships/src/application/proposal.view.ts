/** A side of a pair. */
export type Side = 'mentor' | 'mentee';

/** What a side has said to a proposal. */
export type ProposalAnswer = 'awaited' | 'confirmed' | 'declined' | 'not-asked';

/** How far the answers to a proposal are. */
export interface ConfirmationView {
  /** Until when those who are asked can answer. */
  readonly answerBy: Date;
  readonly mentor: ProposalAnswer;
  readonly mentee: ProposalAnswer;
}
