import { isTimeZone } from '#availability';
import { Database } from '#database';
import { Clock } from '#kernel';
import { Injectable } from '@nestjs/common';
import { UnknownTimeZoneError } from '../accounts.errors.js';
import { normaliseEmail } from '../normalise-email.js';
import { AccountRepository, type Person } from '../persistence/account.repository.js';
import { mailLinkMinutes, mailPurposes } from '../tokens/mail-purposes.js';
import { MailTokens } from '../tokens/mail-tokens.js';

/** Makes somebody run the installation, on the word of whoever can reach its database. */
@Injectable()
export class CreatePlatformAdmin {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountRepository,
    private readonly tokens: MailTokens,
  ) {}

  /**
   * An account that the address has already keeps its name and password.
   *
   * @returns the secret part of a link that sets a password
   * @throws UnknownTimeZoneError
   */
  async execute(person: Person): Promise<{ accountId: string; urlToken: string }> {
    if (!isTimeZone(person.timeZone)) throw new UnknownTimeZoneError();
    return this.db.transaction(async () => {
      const accountId = await this.accounts.insertUnclaimed({
        ...person,
        email: normaliseEmail(person.email),
      });
      await this.accounts.makePlatformAdmin(accountId);
      const tokenId = await this.tokens.issue({
        accountId,
        purpose: mailPurposes.resetPassword,
        expiresAt: new Date(this.clock.now().getTime() + mailLinkMinutes.resetPassword * 60_000),
      });
      return { accountId, urlToken: this.tokens.urlTokenOf(tokenId) };
    });
  }
}
