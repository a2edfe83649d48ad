import { MentorshipsModule } from '#mentorships';
import { Module, type OnModuleInit } from '@nestjs/common';
import { MailActions } from '../mail-actions/mail-actions.js';
import { MentorshipController } from './mentorship.controller.js';
import { ProposalMailActions } from './proposal-mail-actions.js';
import { ProposalController } from './proposal.controller.js';
import { ReleaseByMail } from './release-by-mail.js';

/** Routes of mentorships, and what can be answered from mails about them. */
@Module({
  imports: [MentorshipsModule],
  controllers: [MentorshipController, ProposalController],
  providers: [ProposalMailActions, ReleaseByMail],
})
export class MentorshipsApiModule implements OnModuleInit {
  constructor(
    private readonly actions: MailActions,
    private readonly proposals: ProposalMailActions,
    private readonly release: ReleaseByMail,
  ) {}

  onModuleInit(): void {
    this.actions.register(this.release, ...this.proposals.all());
  }
}
