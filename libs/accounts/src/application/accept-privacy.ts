import { Injectable } from '@nestjs/common';
import { AccountRepository } from '../persistence/account.repository.js';
import { AccountQueries } from './account.queries.js';
import type { AccountView } from './account.view.js';

/** Notes that a person has accepted the privacy notice; a second time changes nothing. */
@Injectable()
export class AcceptPrivacy {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly queries: AccountQueries,
  ) {}

  /** The account afterwards. */
  async execute(actor: { accountId: string }): Promise<AccountView> {
    await this.accounts.acceptPrivacy(actor.accountId);
    return this.queries.getById(actor.accountId);
  }
}
