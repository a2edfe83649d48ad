import { isTimeZone } from '#availability';
import { VersionConflictError } from '#http';
import { Injectable } from '@nestjs/common';
import { UnknownTimeZoneError } from '../accounts.errors.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { AccountQueries } from './account.queries.js';
import type { AccountView } from './account.view.js';

/** What a person may change of their account; what is missing stays. */
export interface AccountChanges {
  readonly name?: string;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** Changes a person's own account. */
@Injectable()
export class UpdateAccount {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly queries: AccountQueries,
  ) {}

  /** @param input.version that the change is based on; @throws UnknownTimeZoneError, VersionConflictError */
  async execute(
    input: { version: number; changes: AccountChanges },
    actor: { accountId: string },
  ): Promise<AccountView> {
    const { timeZone } = input.changes;
    if (timeZone !== undefined && !isTimeZone(timeZone)) throw new UnknownTimeZoneError();
    if (!(await this.accounts.updateAt(actor.accountId, input.version, input.changes)))
      throw new VersionConflictError();
    return this.queries.getById(actor.accountId);
  }
}
