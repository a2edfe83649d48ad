import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { AccountRepository } from '../persistence/account.repository.js';
import { mailPurposes } from '../tokens/mail-purposes.js';
import { MailTokens } from '../tokens/mail-tokens.js';

/** Confirms an address by the link that was sent to it; what was given while registering becomes the account's. */
@Injectable()
export class VerifyEmail {
  constructor(
    private readonly db: Database,
    private readonly tokens: MailTokens,
    private readonly accounts: AccountRepository,
  ) {}

  /** @throws MailLinkUnknownError, MailLinkUsedError, MailLinkExpiredError */
  async execute(input: { token: string }): Promise<{ accountId: string }> {
    return this.db.transaction(async () => {
      const { accountId, context } = await this.tokens.redeem(input.token, mailPurposes.verifyEmail);
      const account = await this.accounts.find(accountId, { lock: true });
      if (account?.claimedAt === null) {
        const { passwordHash, name, timeZone, locale } = context;
        if (passwordHash !== undefined) await this.accounts.setPassword(accountId, passwordHash);
        if (name !== undefined && timeZone !== undefined && locale !== undefined)
          await this.accounts.describe(accountId, { name, timeZone, locale });
      }
      await this.accounts.claim(accountId);
      await this.tokens.withdraw(accountId, [mailPurposes.verifyEmail]);
      return { accountId };
    });
  }
}
