import { findFreePort, isPortFree } from './embedded-postgres/free-port.js';
import { CannotStartError, type StandaloneOptions } from './standalone-options.js';

/** The ports that a start will listen on. */
export interface Ports {
  readonly web: number;
  readonly mailWeb: number;
  readonly mailSmtp: number;
}

const MAIL_WEB_DEFAULT = 1080;

/**
 * Settles the ports before anything is started, so that a taken one is said at once.
 *
 * @throws CannotStartError when a port that was asked for is taken
 */
export async function choosePorts(options: StandaloneOptions): Promise<Ports> {
  const web = await settle('PORT', options.port, options.host);
  const mailWeb =
    options.mailWebPort === undefined
      ? await preferred(MAIL_WEB_DEFAULT, options.port === 0)
      : await settle('MAIL_WEB_PORT', options.mailWebPort, '127.0.0.1');
  const mailSmtp = await settle('MAIL_SMTP_PORT', options.mailSmtpPort ?? 0, '127.0.0.1');
  return { web, mailWeb, mailSmtp };
}

async function settle(variable: string, port: number, host: string): Promise<number> {
  if (port === 0) return findFreePort(host);
  if (await isPortFree(port, host)) return port;
  throw portTaken(variable, port);
}

async function preferred(port: number, anyPort: boolean): Promise<number> {
  return !anyPort && (await isPortFree(port)) ? port : findFreePort();
}

/** The error for a port that another program listens on. */
export function portTaken(variable: string, port: number): CannotStartError {
  return new CannotStartError(
    `Port ${port} is taken by another program. Stop that one, or choose another port: ` +
      `"${variable}=0 npm start" picks a free one.`,
  );
}
