import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { normaliseEmail } from '../normalise-email.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { AttemptLimits } from './attempt-limits.js';
import { SendAccountLink } from './send-account-link.js';

/** Somebody asks for a link by mail: to sign in, or to set a new password. It is never said whether the address is known. */
@Injectable()
export class RequestAccountLink {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountRepository,
    private readonly limits: AttemptLimits,
    private readonly sendLink: SendAccountLink,
  ) {}

  /** @throws TooManyAttemptsError when one network asks for very many */
  async execute(input: {
    kind: 'signIn' | 'resetPassword';
    email: string;
    from: string | null;
  }): Promise<void> {
    await this.limits.countMailAsked(input.from);
    const account = await this.accounts.findByEmail(normaliseEmail(input.email));
    if (account === null || !(await this.limits.mayMail(account.id))) return;
    await this.db.transaction(() => this.sendLink.execute({ kind: input.kind, accountId: account.id }));
  }
}
