import { DatabaseConfig } from '#config';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions, type EntityClass } from './data-source.js';
import { Database } from './database.js';

/** Connects to PostgreSQL and makes `Database` injectable. */
@Module({})
export class DatabaseModule {
  /** @param entities all tables; @param name of the process, shown in `pg_stat_activity` */
  static forRoot(entities: readonly EntityClass[], name: string): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [DatabaseConfig],
          useFactory: (config: DatabaseConfig) => ({
            ...dataSourceOptions(config, entities, name),
            retryAttempts: 20,
            retryDelay: 500,
          }),
        }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }
}
