import { ConfigError, loadConfig } from '#config';
import { createApi } from './create-api.js';

try {
  const config = loadConfig();
  const app = await createApi(config);
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  await app.listen(config.http.port, config.http.host);
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
}
