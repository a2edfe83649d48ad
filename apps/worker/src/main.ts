import { ConfigError, loadConfig } from '#config';
import { createWorker } from './create-worker.js';

try {
  await createWorker(loadConfig());
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
}
