import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { evenly } from '../evenly.js';
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
    await evenly(() => this.sendIfKnown(input.kind, normaliseEmail(input.email)));
  }

  private async sendIfKnown(kind: 'signIn' | 'resetPassword', email: string): Promise<void> {
    const account = await this.accounts.findByEmail(email);
    if (account === null || !(await this.limits.mayMail(account.id))) return;
    await this.db.transaction(() => this.sendLink.execute({ kind, accountId: account.id }));
  }
}
