import { Database } from '#database';
import { Clock, Ids } from '#kernel';
import { Injectable } from '@nestjs/common';
import { normaliseEmail } from '../normalise-email.js';

/** Somebody whom an admin brings in. */
export interface AccountSeed {
  readonly email: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly locale?: string;
}

const CHUNK = 1_000;

/** Gives each address an account: the one it has, unchanged, or a new one that its owner claims later by mail. */
@Injectable()
export class FindOrCreateAccounts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns ids of accounts by address in lower case */
  async execute(seeds: readonly AccountSeed[]): Promise<ReadonlyMap<string, string>> {
    const byEmail = new Map<string, AccountSeed>();
    for (const seed of seeds) {
      const email = normaliseEmail(seed.email);
      if (!byEmail.has(email)) byEmail.set(email, { ...seed, email });
    }
    // In one order everywhere, so that two imports at once never wait for each other in a circle.
    const sorted = [...byEmail.values()].sort((a, b) => (a.email < b.email ? -1 : 1));
    const found = new Map<string, string>();
    await this.db.transaction(async () => {
      found.clear();
      for (let at = 0; at < sorted.length; at += CHUNK)
        for (const row of await this.upsert(sorted.slice(at, at + CHUNK))) found.set(row.email, row.id);
    });
    return found;
  }

  private async upsert(seeds: readonly AccountSeed[]): Promise<{ id: string; email: string }[]> {
    const rows = seeds.map(({ email, name, timeZone, locale }) => ({
      id: this.ids.next(),
      email,
      name,
      time_zone: timeZone,
      locale: locale ?? 'en',
    }));
    await this.db.query(
      `INSERT INTO account (id, email, name, time_zone, locale, created_at, updated_at)
       SELECT id, email, name, time_zone, locale, $2, $2
       FROM jsonb_to_recordset($1::jsonb) AS a(id uuid, email text, name text, time_zone text, locale text)
       ON CONFLICT (email) DO NOTHING`,
      [JSON.stringify(rows), this.clock.now()],
    );
    return this.db.query(`SELECT id, email FROM account WHERE email = ANY($1)`, [
      seeds.map((seed) => seed.email),
    ]);
  }
}
