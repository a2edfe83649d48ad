import type { MailingState } from '#lifecycle';
import type { MailingStep } from './mailing-text.js';
import type { Segment } from './segment.js';

/** What an admin says of a mailing. */
export interface MailingInput {
  readonly name: string;
  readonly segment: Segment;
  readonly steps: readonly MailingStep[];
}

/** How many mails of a step are in a state. */
export interface MailingCount {
  readonly step: number;
  readonly state: string;
  readonly count: number;
}

/** A mailing as admins see it. */
export interface MailingView extends MailingInput {
  readonly id: string;
  readonly state: MailingState;
  readonly sendAt: Date | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly version: number;
  readonly counts: readonly MailingCount[];
}
