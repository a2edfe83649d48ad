import type { DatabaseConfig } from '#config';
import type { DataSourceOptions, MixedList } from 'typeorm';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

/** A table's class. */
export type EntityClass = new () => object;

/**
 * Options of every connection to our database: named constraints, no schema synchronisation.
 *
 * @param entities all tables of all features, because foreign keys across features are resolved by name
 */
export function dataSourceOptions(
  config: Pick<DatabaseConfig, 'url' | 'poolMax'>,
  entities: readonly EntityClass[],
  name: string,
  migrations: MixedList<new () => object> = [],
) {
  return {
    type: 'postgres',
    url: config.url,
    entities: [...entities],
    migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    poolSize: config.poolMax,
    applicationName: `rapport-${name}`,
    // An unresolvable statement must not hold a connection for ever.
    extra: { statement_timeout: 60_000, connectionTimeoutMillis: 10_000 },
    uuidExtension: 'pgcrypto',
    installExtensions: false,
  } satisfies DataSourceOptions;
}
