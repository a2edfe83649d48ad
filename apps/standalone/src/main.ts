import { ConfigError, type Environment } from '#config';
import { readyJson, readyText } from './announce.js';
import { EmbeddedPostgresError } from './embedded-postgres/embedded-postgres.errors.js';
import { Progress } from './progress.js';
import { Shutdown } from './shutdown.js';
import { CannotStartError, readStandaloneOptions } from './standalone-options.js';
import { startStandalone } from './start-standalone.js';

const EXPLAINED = [CannotStartError, ConfigError, EmbeddedPostgresError];

/**
 * Runs all of Rapport in this process until a signal stops it.
 *
 * @param env variables of the environment
 * @param root the folder of the checkout
 * @returns the exit code: 0 after a clean stop, 1 when it could not start or lost a part, 130 when stopped while starting
 */
export async function runStandalone(env: Environment, root: string): Promise<number> {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const shutdown = new Shutdown(say);
  try {
    const options = readStandaloneOptions(env, root);
    say('Starting Rapport …');
    const running = await startStandalone(options, env, shutdown, new Progress(say, shutdown));
    if (options.readyJson) process.stdout.write(`${JSON.stringify(readyJson(running))}\n`);
    else process.stdout.write(`${readyText(running)}\n`);
    await shutdown.requested();
    return shutdown.failure === undefined ? 0 : 1;
  } catch (error) {
    if (shutdown.signal.aborted) return shutdown.failure === undefined ? 130 : 1;
    say(explain(error));
    return 1;
  } finally {
    await shutdown.close();
    if (shutdown.signal.aborted) say('Stopped.');
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (EXPLAINED.some((type) => error instanceof type)) return `Rapport can't start. ${error.message}`;
  return `Rapport can't start: ${error.stack ?? error.message}`;
}
