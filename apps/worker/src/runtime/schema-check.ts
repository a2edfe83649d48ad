import { Database } from '#database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { missingMigrations } from '../../../migrate/src/missing-migrations.js';

/** The worker was started before the database was brought to its schema. */
export class DatabaseNotMigratedError extends Error {
  constructor(missing: readonly string[]) {
    super(
      `The database is not ready for this version: run "node dist/apps/migrate/src/main.js" first, then start the worker again. Missing: ${missing.join(', ')}.`,
    );
    this.name = 'DatabaseNotMigratedError';
  }
}

/** Stops the start of a worker on a database that lacks tables: its queues would ask for them without a pause. */
@Injectable()
export class SchemaCheck implements OnModuleInit {
  constructor(private readonly db: Database) {}

  /** @throws DatabaseNotMigratedError */
  async onModuleInit(): Promise<void> {
    const missing = await missingMigrations(this.db);
    if (missing.length > 0) throw new DatabaseNotMigratedError(missing);
  }
}
