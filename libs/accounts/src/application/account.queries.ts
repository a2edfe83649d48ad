import { Database } from '#database';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AccountUnknownError } from '../accounts.errors.js';
import { normaliseEmail } from '../normalise-email.js';
import { AccountEntity } from '../persistence/account.entity.js';
import { toAccountView } from '../persistence/account.mapper.js';
import type { AccountView } from './account.view.js';

/** Reads accounts. */
@Injectable()
export class AccountQueries {
  constructor(private readonly db: Database) {}

  /** The account, or null. */
  async findById(id: string): Promise<AccountView | null> {
    const row = await this.db.repository(AccountEntity).findOne({ where: { id } });
    return row === null ? null : toAccountView(row);
  }

  /** The account; @throws AccountUnknownError */
  async getById(id: string): Promise<AccountView> {
    const account = await this.findById(id);
    if (account === null) throw new AccountUnknownError();
    return account;
  }

  /** The account with this address (in any case), or null. */
  async findByEmail(email: string): Promise<AccountView | null> {
    const row = await this.db.repository(AccountEntity).findOne({ where: { email: normaliseEmail(email) } });
    return row === null ? null : toAccountView(row);
  }

  /** Accounts by id; unknown ids are left out. */
  async getMany(ids: readonly string[]): Promise<ReadonlyMap<string, AccountView>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.repository(AccountEntity).find({ where: { id: In([...new Set(ids)]) } });
    return new Map(rows.map((row) => [row.id, toAccountView(row)]));
  }
}
