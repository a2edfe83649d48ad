import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { AccountRepository } from '../persistence/account.repository.js';
import { mailPurposes } from '../tokens/mail-purposes.js';
import { MailTokens } from '../tokens/mail-tokens.js';
import { IssueTokens, type SignedInDevice } from './issue-tokens.js';

/** Signs in by the link that was mailed; that confirms the address and claims the account as well. */
@Injectable()
export class SignInWithLink {
  constructor(
    private readonly db: Database,
    private readonly tokens: MailTokens,
    private readonly accounts: AccountRepository,
    private readonly issueTokens: IssueTokens,
  ) {}

  /** @throws MailLinkUnknownError, MailLinkUsedError, MailLinkExpiredError */
  async execute(input: { token: string; userAgent: string | null }): Promise<SignedInDevice> {
    return this.db.transaction(async () => {
      const { accountId } = await this.tokens.redeem(input.token, mailPurposes.signIn);
      await this.accounts.claim(accountId);
      // A password that somebody else tied to this address while it was unclaimed must never become valid.
      await this.tokens.withdraw(accountId, [mailPurposes.verifyEmail]);
      return this.issueTokens.execute({ accountId, userAgent: input.userAgent });
    });
  }
}
