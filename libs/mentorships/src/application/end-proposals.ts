import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { ChangeProposal, STOPPED } from './change-proposal.js';

/** Ends what is proposed to or of somebody who stops taking part: nobody may wait for them any longer. */
@Injectable()
export class EndProposals {
  constructor(
    private readonly db: Database,
    private readonly proposals: ChangeProposal,
  ) {}

  /** Nothing for whoever takes part again. @param participationId of either side */
  async execute(participationId: string): Promise<void> {
    await this.db.transaction(async () => {
      const open = await this.db.query<{ id: string; account_id: string }>(
        `SELECT m.id, p.account_id FROM mentorship m JOIN participation p ON p.id = $1
         WHERE (m.mentor_id = $1 OR m.mentee_id = $1) AND m.state = 'proposed' AND p.state NOT IN ('approved', 'active')
         ORDER BY m.id`,
        [participationId],
      );
      for (const { id: mentorshipId, account_id: accountId } of open) {
        const proposal = await this.proposals.lock({ mentorshipId, programId: null });
        if (proposal.row.state === 'proposed') await this.proposals.end(proposal, STOPPED, accountId);
      }
    });
  }
}
