import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { ChangeProposal, UNANSWERED } from './change-proposal.js';

/** Ends a proposal to which somebody said nothing until the deadline. The database's clock decides, as for the bell. */
@Injectable()
export class ExpireProposal {
  constructor(
    private readonly db: Database,
    private readonly proposals: ChangeProposal,
  ) {}

  /**
   * Does nothing once it has started or ended, or before its time.
   *
   * @returns whether it ended
   * @throws MentorshipUnknownError
   */
  async execute(mentorshipId: string): Promise<boolean> {
    return this.db.transaction(async () => {
      const proposal = await this.proposals.lock({ mentorshipId, programId: null });
      const late = await this.db.query(
        `SELECT 1 FROM mentorship_confirmation WHERE mentorship_id = $1 AND answer IS NULL AND answer_by <= now()`,
        [mentorshipId],
      );
      if (proposal.row.state !== 'proposed' || late.length === 0) return false;
      await this.proposals.end(proposal, UNANSWERED, null);
      return true;
    });
  }
}
