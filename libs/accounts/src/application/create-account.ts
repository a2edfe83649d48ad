import { isTimeZone } from '#availability';
import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { UnknownTimeZoneError, WeakPasswordError } from '../accounts.errors.js';
import { normaliseEmail } from '../normalise-email.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { passwordProblem } from '../passwords/password-rules.js';
import { AccountRepository, type Person } from '../persistence/account.repository.js';

/** Somebody whom the operator vouches for. */
export interface TrustedPerson extends Person {
  readonly password: string;
  readonly isPlatformAdmin: boolean;
}

/**
 * Makes an account ready to sign in, without any mail: for the operator's command line and for demo data. An account that
 * the address has already keeps its name and its password if it has one, and may become a platform admin.
 */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountRepository,
    private readonly hasher: PasswordHasher,
  ) {}

  /** @throws WeakPasswordError, UnknownTimeZoneError */
  async execute(input: TrustedPerson): Promise<{ accountId: string }> {
    const email = normaliseEmail(input.email);
    if (!isTimeZone(input.timeZone)) throw new UnknownTimeZoneError();
    const problem = passwordProblem(input.password, [email, input.name]);
    if (problem !== null) throw new WeakPasswordError('password', problem);
    const passwordHash = await this.hasher.hash(input.password);
    return this.db.transaction(async () => {
      const accountId = await this.accounts.insertUnclaimed({ ...input, email });
      const account = await this.accounts.find(accountId, { lock: true });
      if (account?.passwordHash == null) await this.accounts.setPassword(accountId, passwordHash);
      await this.accounts.claim(accountId);
      if (input.isPlatformAdmin) await this.accounts.makePlatformAdmin(accountId);
      return { accountId };
    });
  }
}
