import { AccountQueries, CreateAccount, IssueTokens } from '#accounts';
import { loadConfig, type RapportConfig } from '#config';
import { Database } from '#database';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { AccessTokens } from '../../apps/api/src/auth/access-tokens.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { createTestDatabase } from './postgres.js';

/** A person who is signed in; `bearer` is the value of the header Authorization. */
export interface TestPerson {
  readonly accountId: string;
  readonly deviceId: string;
  readonly email: string;
  readonly refreshToken: string;
  readonly bearer: string;
}

/** The password of everybody whom `TestApi.person` makes. */
export const TEST_PASSWORD = 'seven tall purple lighthouses';

/** The production API on a database of its own, listening on 127.0.0.1. */
export class TestApi {
  private constructor(
    readonly app: NestExpressApplication,
    readonly config: RapportConfig,
    private readonly drop: () => Promise<void>,
  ) {}

  /** Starts it. @param env variables that differ from the defaults */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<TestApi> {
    const database = await createTestDatabase();
    const config = loadConfig({
      DATABASE_URL: database.url,
      AUTH_SECRET: 'a server key for tests, long enough to be one',
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_DNS_SERVERS: '127.0.0.1:9',
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_POOL_MAX: '5',
      ...env,
    });
    const app = await createApi(config);
    await app.listen(0, '127.0.0.1');
    return new TestApi(app, config, () => database.drop());
  }

  /** A client of its HTTP server. */
  get http(): request.Agent {
    return request.agent(this.app.getHttpServer());
  }

  /** Runs SQL on its database. */
  sql<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.app.get(Database).query<Row>(text, parameters);
  }

  /** Makes somebody with a confirmed address and signs them in, without HTTP and without limits. */
  async person(
    name: string,
    options: { email?: string; timeZone?: string; isPlatformAdmin?: boolean } = {},
  ): Promise<TestPerson> {
    const email = options.email ?? `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.org`;
    const { accountId } = await this.app.get(CreateAccount, { strict: false }).execute({
      email,
      name,
      password: TEST_PASSWORD,
      timeZone: options.timeZone ?? 'Europe/Berlin',
      locale: 'en',
      isPlatformAdmin: options.isPlatformAdmin ?? false,
    });
    return this.signIn(accountId);
  }

  /** Signs in an account that is there already. */
  async signIn(accountId: string): Promise<TestPerson> {
    const { email } = await this.app.get(AccountQueries, { strict: false }).getById(accountId);
    const device = await this.app
      .get(IssueTokens, { strict: false })
      .execute({ accountId, userAgent: 'test' });
    const { token } = await this.app.get(AccessTokens, { strict: false }).sign(device);
    return { ...device, email, bearer: `Bearer ${token}` };
  }

  /** Ends it and deletes its database. */
  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
  }
}
