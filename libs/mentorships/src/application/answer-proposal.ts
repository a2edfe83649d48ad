import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { PersonNotAvailableError, ProposalClosedError } from '../mentorships.errors.js';
import { ChangeProposal, DECLINED, type LockedProposal, type ProposalRef } from './change-proposal.js';

/** Says yes to a proposed mentorship; with the last yes it starts. */
@Injectable()
export class ConfirmProposal {
  constructor(
    private readonly db: Database,
    private readonly proposals: ChangeProposal,
  ) {}

  /**
   * Done twice, it is done once.
   *
   * @throws MentorshipUnknownError also for whoever is not asked, ProposalClosedError, PersonNotAvailableError
   */
  async execute(ref: ProposalRef, actor: { readonly accountId: string }): Promise<void> {
    await this.db.transaction(async () => {
      const proposal = await this.proposals.lock(ref);
      const own = this.proposals.sideOf(proposal, actor.accountId);
      if (own.answer === 'confirmed' && proposal.row.state !== 'ended') return;
      if (proposal.row.state !== 'proposed') throw new ProposalClosedError(proposal.row.state);
      await this.refuseAbsent(proposal);
      await this.proposals.note(proposal, own.side, 'confirmed');
      const others = proposal.answers.filter(({ side }) => side !== own.side);
      if (others.every(({ answer }) => answer === 'confirmed')) await this.proposals.start(proposal);
    });
  }

  private async refuseAbsent({ row }: LockedProposal): Promise<void> {
    const here = await this.db.query(
      `SELECT 1 FROM participation WHERE id = ANY($1::uuid[]) AND state IN ('approved', 'active')`,
      [[row.mentor_id, row.mentee_id]],
    );
    if (here.length < 2) throw new PersonNotAvailableError();
  }
}

/** Says no to a proposed mentorship, without a reason: it comes to nothing, and the other side is told. */
@Injectable()
export class DeclineProposal {
  constructor(
    private readonly db: Database,
    private readonly proposals: ChangeProposal,
  ) {}

  /**
   * Whoever said yes may still say no until it starts. Done twice, it is done once.
   *
   * @throws MentorshipUnknownError also for whoever is not asked, ProposalClosedError
   */
  async execute(ref: ProposalRef, actor: { readonly accountId: string }): Promise<void> {
    await this.db.transaction(async () => {
      const proposal = await this.proposals.lock(ref);
      const own = this.proposals.sideOf(proposal, actor.accountId);
      if (own.answer === 'declined') return;
      if (proposal.row.state !== 'proposed') throw new ProposalClosedError(proposal.row.state);
      await this.proposals.note(proposal, own.side, 'declined');
      await this.proposals.end(proposal, DECLINED, actor.accountId);
    });
  }
}
