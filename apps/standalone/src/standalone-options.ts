import { resolve } from 'node:path';
import type { Environment } from '#config';

/** The variables that say how `npm start` runs; `docs/operations.md` lists them from here. */
export const standaloneVariables = [
  {
    name: 'RAPPORT_HOME',
    about: 'Folder of the data, of the secrets and of the caught mail',
    fallback: '`.data`',
  },
  { name: 'HOST', about: 'Address to listen on', fallback: '`127.0.0.1`' },
  { name: 'PORT', about: 'Port to listen on; 0 picks a free one', fallback: '`3000`' },
  {
    name: 'MAIL_WEB_PORT',
    about: 'Port of the page with the caught mail; 0 picks a free one',
    fallback: '`1080`, or a free one when that is taken',
  },
  { name: 'MAIL_SMTP_PORT', about: 'Port that takes the mail; 0 picks a free one', fallback: 'a free one' },
  { name: 'RAPPORT_DEMO', about: '0 leaves an empty database without the demo program', fallback: '`1`' },
  {
    name: 'RAPPORT_READY_JSON',
    about: '1 prints one line of JSON when ready, for programs that start it',
    fallback: '`0`',
  },
] as const;

type VariableName = (typeof standaloneVariables)[number]['name'];

/** What `npm start` can be told by environment variables. */
export interface StandaloneOptions {
  /** Folder of the data, of the secrets and of the caught mail, an absolute path. */
  readonly home: string;
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Web page of the mail catcher; undefined: 1080, or a free one when that is taken. */
  readonly mailWebPort: number | undefined;
  /** SMTP of the mail catcher; undefined: a free one. */
  readonly mailSmtpPort: number | undefined;
  /** Whether to fill an empty database with the demo program. */
  readonly demo: boolean;
  /** Whether to print one line of JSON when ready, for programs that start us. */
  readonly readyJson: boolean;
}

/** A setting can't be used, or something that we need is taken. The message says what to do. */
export class CannotStartError extends Error {
  override readonly name = 'CannotStartError';
}

/**
 * @param root the folder of the checkout, which relative paths and the default home start from
 * @throws CannotStartError that names the variable
 */
export function readStandaloneOptions(env: Environment, root: string): StandaloneOptions {
  return {
    home: resolve(root, text(env, 'RAPPORT_HOME') ?? '.data'),
    host: text(env, 'HOST') ?? '127.0.0.1',
    port: port(env, 'PORT') ?? 3000,
    mailWebPort: port(env, 'MAIL_WEB_PORT'),
    mailSmtpPort: port(env, 'MAIL_SMTP_PORT'),
    demo: text(env, 'RAPPORT_DEMO') !== '0',
    readyJson: text(env, 'RAPPORT_READY_JSON') === '1',
  };
}

function text(env: Environment, name: VariableName): string | undefined {
  const value = env[name]?.trim() ?? '';
  return value === '' ? undefined : value;
}

function port(env: Environment, name: VariableName): number | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new CannotStartError(`${name} must be a whole number from 0 to 65535; 0 picks a free port.`);
}
