import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { AccountEntity } from './account.entity.js';

/** What a person says about themselves. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
}

/** Changes of accounts; each names the columns that it writes. */
@Injectable()
export class AccountRepository {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The row, or null; `lock` keeps it until the transaction ends. */
  async find(id: string, options: { lock: boolean } = { lock: false }): Promise<AccountEntity | null> {
    return this.db.repository(AccountEntity).findOne({
      where: { id },
      ...(options.lock ? { lock: { mode: 'for_no_key_update' as const } } : {}),
    });
  }

  /** The row with this normalised address, or null. */
  async findByEmail(email: string): Promise<AccountEntity | null> {
    return this.db.repository(AccountEntity).findOne({ where: { email } });
  }

  /** Writes an account that nobody has proved to own yet, unless the address has one; answers the id of either. */
  async insertUnclaimed(person: Person): Promise<string> {
    await this.db.query(
      `INSERT INTO account (id, email, name, time_zone, locale, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT (email) DO NOTHING`,
      [this.ids.next(), person.email, person.name, person.timeZone, person.locale, this.clock.now()],
    );
    const [row] = await this.db.query<{ id: string }>(`SELECT id FROM account WHERE email = $1`, [
      person.email,
    ]);
    if (row === undefined) throw new Error('An account that was just written is gone.');
    return row.id;
  }

  /** Notes that the owner of the mailbox was here: the address is confirmed and the account theirs. */
  async claim(id: string): Promise<void> {
    await this.db.query(
      `UPDATE account SET email_verified_at = coalesce(email_verified_at, $2), claimed_at = coalesce(claimed_at, $2),
         updated_at = $2, version = version + 1
       WHERE id = $1 AND (email_verified_at IS NULL OR claimed_at IS NULL)`,
      [id, this.clock.now()],
    );
  }

  /** Sets what the person said of themselves while registering. */
  async describe(id: string, person: Omit<Person, 'email'>): Promise<void> {
    await this.db.query(
      `UPDATE account SET name = $2, time_zone = $3, locale = $4, updated_at = $5, version = version + 1 WHERE id = $1`,
      [id, person.name, person.timeZone, person.locale, this.clock.now()],
    );
  }

  /** Changes what is given, if nobody else did so since `version`; false otherwise. */
  async updateAt(id: string, version: number, changes: Partial<Omit<Person, 'email'>>): Promise<boolean> {
    const rows = await this.db.query(
      `UPDATE account SET name = coalesce($3, name), time_zone = coalesce($4, time_zone), locale = coalesce($5, locale),
         updated_at = $6, version = version + 1
       WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version, changes.name ?? null, changes.timeZone ?? null, changes.locale ?? null, this.clock.now()],
    );
    return rows.length > 0;
  }

  /** Sets a password. */
  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.db.query(`UPDATE account SET password_hash = $2, updated_at = $3 WHERE id = $1`, [
      id,
      passwordHash,
      this.clock.now(),
    ]);
  }

  /** Gives an account another address; the constraint `account_email_key` refuses one that is taken. */
  async setEmail(id: string, email: string): Promise<void> {
    await this.db.query(
      `UPDATE account SET email = $2, updated_at = $3, version = version + 1 WHERE id = $1`,
      [id, email, this.clock.now()],
    );
  }

  /** Lets an account run the installation. */
  async makePlatformAdmin(id: string): Promise<void> {
    await this.db.query(
      `UPDATE account SET is_platform_admin = true, updated_at = $2, version = version + 1 WHERE id = $1`,
      [id, this.clock.now()],
    );
  }

  /** Notes when the privacy notice was accepted first. */
  async acceptPrivacy(id: string): Promise<void> {
    await this.db.query(
      `UPDATE account SET privacy_accepted_at = $2, updated_at = $2, version = version + 1
       WHERE id = $1 AND privacy_accepted_at IS NULL`,
      [id, this.clock.now()],
    );
  }
}
