import { AccountsModule } from '#accounts';
import { Global, Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { AccountLinkController } from './account-link.controller.js';
import { AnswerByMail } from './answer-by-mail.js';
import { FollowAccountLink } from './follow-account-link.js';
import { MailActionController } from './mail-action.controller.js';
import { MailActions } from './mail-actions.js';

/** Pages behind links in mails; global, so that each feature's module can register its actions. */
@Global()
@Module({
  imports: [AccountsModule, AuthModule],
  controllers: [AccountLinkController, MailActionController],
  providers: [AnswerByMail, FollowAccountLink, MailActions],
  exports: [MailActions],
})
export class MailActionsModule {}
