import { ConfigError, DatabaseConfig, loadConfigClass } from '#config';
import { runMigrations } from './run-migrations.js';

try {
  const { url } = loadConfigClass(DatabaseConfig);
  const names = await runMigrations(url);
  process.stdout.write(
    names.length === 0 ? 'The database is up to date.\n' : `Migrated: ${names.join(', ')}\n`,
  );
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError || error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
