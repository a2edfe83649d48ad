import { type NewMentorship, ProposeMentorships, StartMentorships, type StartOutcome } from '#mentorships';
import { Injectable } from '@nestjs/common';
import type { CohortEntity } from '../persistence/cohort.entity.js';
import { proposalTermsOf } from './confirmation-settings.js';

/** Makes mentorships for a round: at once, or proposed to those whom the round asks first. */
@Injectable()
export class StartOrPropose {
  constructor(
    private readonly start: StartMentorships,
    private readonly propose: ProposeMentorships,
  ) {}

  /**
   * In the caller's transaction. Pairs that can't be made are left out and named.
   *
   * @param cohort locked
   */
  async execute(cohort: CohortEntity, rows: readonly NewMentorship[]): Promise<StartOutcome> {
    const options = { programId: cohort.programId, mentorsPerMentee: 1, skipRefused: true };
    const terms = proposalTermsOf(cohort);
    return terms === null ? this.start.execute(rows, options) : this.propose.execute(rows, options, terms);
  }
}
