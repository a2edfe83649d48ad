import type { AnswerFacts } from './answer-facts.js';
import type { NamedPerson } from './run.view.js';

/** When the answers of a publication are due. */
export interface AnswerPlan {
  /** When those left over are told; null before the publication. */
  readonly tellAt: Date | null;
  /** When those whose pairs are kept back are told at the latest; null before the publication. */
  readonly holdUntil: Date | null;
  /** Of the run: what `If-Match` asks for. */
  readonly version: number;
}

/** The answer to somebody without a partner, as admins see it. */
export interface AnswerView {
  readonly person: NamedPerson;
  readonly role: 'mentor' | 'mentee';
  /** `kept-back`: a pair of theirs can still be published; `not-published`: the run is not, and leaves them over. */
  readonly state: 'told' | 'waiting' | 'kept-back' | 'not-published';
  /** When they were or will be told; null while the run is not published. */
  readonly at: Date | null;
  readonly facts: AnswerFacts;
}
