import { ConfigError, loadConfig } from '#config';
import { createWorker } from './create-worker.js';
import { DatabaseNotMigratedError } from './runtime/schema-check.js';

try {
  const worker = await createWorker(loadConfig());
  worker.enableShutdownHooks(undefined, { useProcessExit: true });
} catch (error) {
  const known = error instanceof ConfigError || error instanceof DatabaseNotMigratedError;
  process.stderr.write(`${known ? error.message : String(error)}\n`);
  process.exit(1);
}
