import { ConfigModule, loadConfig } from '#config';
import { DatabaseModule, TimeModule } from '#database';
import { Clock } from '#kernel';
import { OutboxModule } from '#outbox';
import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { allEntities } from '../../apps/migrate/src/entities.js';
import { MovableClock } from './movable-clock.js';
import type { TestDatabase } from './postgres.js';

/** What a test needs of the product. */
export interface FeatureModuleOptions extends Pick<ModuleMetadata, 'imports' | 'providers'> {
  readonly database: TestDatabase;
  /** What the clock shows until it is moved. */
  readonly now: Date;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Starts features with a database and the outbox, without HTTP and queues, on a clock that the test moves. */
export async function startFeatures({
  imports = [],
  providers = [],
  database,
  now,
  variables = {},
}: FeatureModuleOptions): Promise<{ module: TestingModule; clock: MovableClock }> {
  const config = loadConfig({
    DATABASE_URL: database.url,
    AUTH_SECRET: 'a server key for tests, long enough to be one',
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOG_LEVEL: 'silent',
    DATABASE_POOL_MAX: '10',
    ...variables,
  });
  const clock = new MovableClock(now);
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.forRoot(config),
      DatabaseModule.forRoot(allEntities, 'test'),
      TimeModule,
      OutboxModule,
      ...imports,
    ],
    providers,
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  await module.init();
  return { module, clock };
}
