import { ConfigError } from '#config';
import { DomainError } from '#kernel';
import { isEmail } from 'class-validator';
import { BadInputError, UsageError } from '../cli-error.js';
import type { CliIo } from '../cli-io.js';
import { errorMessage } from '../error-text.js';
import { parseFlags } from '../match/match-options.js';
import { ADMIN_USAGE } from '../usage.js';

const TEXT = { type: 'string' } as const;

/** `rapport admin create`: the first admin of an installation. */
export async function adminCommand(args: readonly string[], io: CliIo): Promise<void> {
  const [verb = '', ...rest] = args;
  if (['--help', '-h'].includes(verb)) {
    io.out(ADMIN_USAGE);
    return;
  }
  if (verb !== 'create') throw new UsageError('Say what to do: rapport admin create.');
  const values = parseFlags(rest, { email: TEXT, name: TEXT, 'time-zone': TEXT });
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name].trim() : '');
  const [email, name, timeZone] = [text('email'), text('name'), text('time-zone')];
  if (!isEmail(email)) throw new UsageError('--email needs an address such as ada@example.org.');
  if (name === '') throw new UsageError('--name is missing.');
  // Here alone: the other commands need no server and start faster without it.
  const { createAdmin } = await import('./create-admin.js');
  try {
    const { link } = await createAdmin({ email, name, timeZone: timeZone === '' ? 'UTC' : timeZone });
    io.out(`${email} is a platform admin. Set the password within an hour at\n${link}\n`);
  } catch (error) {
    if (error instanceof ConfigError || error instanceof DomainError)
      throw new BadInputError([error.message]);
    throw new BadInputError([`The database can't be used: ${errorMessage(error)}`]);
  }
}
