import { ConfigError, loadConfig } from '#config';
import { createWorker } from './create-worker.js';

try {
  const worker = await createWorker(loadConfig());
  worker.enableShutdownHooks();
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
}
