import { constraintOf, Database } from '#database';
import { InvalidInputError } from '#http';
import { isEmail } from '#roster';
import { Injectable } from '@nestjs/common';
import { AccountClaimedError, AddressInUseError } from '../accounts.errors.js';
import { normaliseEmail } from '../normalise-email.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { MailTokens } from '../tokens/mail-tokens.js';

/** Corrects the address of an account that nobody has claimed; links that went to the old one work no more. */
@Injectable()
export class CorrectUnclaimedAddress {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountRepository,
    private readonly tokens: MailTokens,
  ) {}

  /**
   * In the caller's transaction.
   *
   * @returns whether it was another address; @throws InvalidInputError, AccountClaimedError, AddressInUseError
   */
  async execute(accountId: string, email: string): Promise<boolean> {
    const address = normaliseEmail(email);
    if (!isEmail(address))
      throw new InvalidInputError([{ path: 'email', message: 'Give an address like name@example.org.' }]);
    return this.db.transaction(async () => {
      const account = await this.accounts.find(accountId, { lock: true });
      if (account === null || account.claimedAt !== null || account.emailVerifiedAt !== null)
        throw new AccountClaimedError();
      if (account.email === address) return false;
      try {
        await this.db.attempt(() => this.accounts.setEmail(accountId, address));
      } catch (error) {
        if (constraintOf(error) === 'account_email_key') throw new AddressInUseError();
        throw error;
      }
      await this.tokens.withdrawAll(accountId);
      return true;
    });
  }
}
