import { Injectable } from '@nestjs/common';
import { SignInRefusedError } from '../accounts.errors.js';
import { normaliseEmail } from '../normalise-email.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { AttemptLimits } from './attempt-limits.js';

/** Checks address and password; the device is signed in by `IssueTokens`. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly hasher: PasswordHasher,
    private readonly limits: AttemptLimits,
  ) {}

  /**
   * @param input.from address of the network that asks
   * @throws SignInRefusedError the same for a wrong password, an unknown address and one that is not confirmed
   * @throws TooManyAttemptsError
   */
  async execute(input: {
    email: string;
    password: string;
    from: string | null;
  }): Promise<{ accountId: string }> {
    const email = normaliseEmail(input.email);
    const guess = await this.limits.countGuess(email, input.from);
    const account = await this.accounts.findByEmail(email);
    const usable = account?.emailVerifiedAt == null ? null : account;
    const fits = await this.hasher.verify(usable?.passwordHash ?? null, input.password);
    if (usable === null || !fits) throw new SignInRefusedError();
    await guess.succeeded();
    return { accountId: usable.id };
  }
}
