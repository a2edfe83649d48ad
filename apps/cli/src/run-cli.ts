import { BadInputError, UsageError } from './cli-error.js';
import { adminCommand } from './admin/admin.command.js';
import { benchCommand } from './bench/bench.command.js';
import type { CliIo } from './cli-io.js';
import { matchCommand } from './match/match.command.js';
import { USAGE } from './usage.js';
import { verifyCommand } from './match/verify.command.js';

const COMMANDS: Readonly<Record<string, (args: readonly string[], io: CliIo) => Promise<void>>> = {
  admin: adminCommand,
  bench: benchCommand,
  match: matchCommand,
  verify: verifyCommand,
};

/**
 * Runs a command line.
 *
 * @param args without the program's name
 * @returns the exit code: 0 done, 1 bad input, 2 wrong usage
 */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  const [name = '', ...rest] = args;
  if (['--help', '-h', 'help'].includes(name)) {
    io.out(USAGE);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    io.err(name === '' ? USAGE : `There is no command "${name}".\n\n${USAGE}`);
    return 2;
  }
  try {
    await command(rest, io);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`${error.message}\nRun "rapport ${name} --help" to see the options.\n`);
      return 2;
    }
    if (error instanceof BadInputError) {
      io.err(`${error.lines.join('\n')}\n`);
      return 1;
    }
    throw error;
  }
}
