import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, loadConfig } from '#config';
import { createApi } from '../../api/src/create-api.js';
import { runMigrations } from '../../migrate/src/run-migrations.js';
import type { Running } from './announce.js';
import { choosePorts, portTaken } from './choose-ports.js';
import { seedDemo } from './demo/seed-demo.js';
import { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
import { takeHome } from './home-lock.js';
import { startMailCatcher } from './mail-catcher.js';
import type { Progress } from './progress.js';
import { loadSecrets } from './secrets.js';
import { startServiceThread } from './service-thread.js';
import type { Shutdown } from './shutdown.js';
import type { StandaloneOptions } from './standalone-options.js';

const DATABASE = 'rapport';

/**
 * Starts database, API, worker and mail catcher in this process, one after the other.
 *
 * @throws CannotStartError when something needed is taken; StoppedError when asked to stop meanwhile
 */
export async function startStandalone(
  options: StandaloneOptions,
  env: Environment,
  shutdown: Shutdown,
  progress: Progress,
): Promise<Running> {
  const { home } = options;
  const ports = await choosePorts(options);
  const release = takeHome(home);
  shutdown.add('Data folder', release);
  const secrets = loadSecrets(home);

  const database = await progress.step('PostgreSQL', async () => {
    const running = await startEmbeddedPostgres({ home, signal: shutdown.signal });
    shutdown.add('PostgreSQL', () => running.stop());
    await running.ensureDatabase(DATABASE);
    return running;
  });
  await progress.step('Schema', () => runMigrations(database.url(DATABASE)));
  const mail = await progress.step('Mail catcher', async () => {
    const folder = join(home, 'mail');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const catcher = await startMailCatcher(
      { smtpPort: ports.mailSmtp, webPort: ports.mailWeb, folder },
      shutdown.lost('The mail catcher'),
    );
    shutdown.add('Mail catcher', () => catcher.stop());
    return catcher;
  });
  const address = `http://${options.host === '0.0.0.0' ? '127.0.0.1' : options.host}:${ports.web}`;
  const settings: Environment = {
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'pretty',
    PUBLIC_URL: address,
    ...env,
    PORT: String(ports.web),
    DATABASE_URL: database.url(DATABASE),
    REDIS_URL: undefined,
    SMTP_URL: mail.smtpUrl,
    AUTH_SECRET: secrets.authSecret,
  };
  const signIns = await progress.step('API', async () => {
    const api = await createApi(loadConfig(settings));
    shutdown.add('API', () => api.close());
    await api.init();
    const people = options.demo ? await seedDemo(api, secrets.demoPassword) : [];
    await api.listen(ports.web, options.host).catch((error: unknown) => {
      throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portTaken('PORT', ports.web) : error;
    });
    return people;
  });
  await progress.step('Worker', async () => {
    const module = new URL('./worker.thread.js', import.meta.url);
    const worker = await startServiceThread({ module, data: settings, onLost: shutdown.lost('The worker') });
    shutdown.add('Worker', () => worker.stop());
  });
  return {
    api: address,
    mailPage: mail.page,
    mailOrigin: mail.origin,
    smtpPort: ports.mailSmtp,
    home,
    signIns,
    demoPassword: secrets.demoPassword,
    seconds: progress.seconds(),
  };
}
