import { dataSourceOptions } from '#database';
import { DataSource } from 'typeorm';
import { allEntities } from './entities.js';
import { migrations } from './migrations/index.js';

/** A connection that knows every table and every migration. */
export function migrationDataSource(databaseUrl: string): DataSource {
  return new DataSource(
    dataSourceOptions({ url: databaseUrl, poolMax: 2 }, allEntities, 'migrate', migrations),
  );
}
