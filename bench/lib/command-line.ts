import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { say } from './output.js';

/** The values of a command line by the names of its options. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Reads the options of a measurement; every measurement has `--json` and `--help`.
 *
 * Ends the process with 2 and the usage when an option is unknown, with 0 when help is asked for.
 */
export function readFlags(usage: string, options: NonNullable<ParseArgsConfig['options']>): Flags {
  const common = {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values } = parseArgs({ options: { ...common, ...options }, strict: true });
    if (values.help !== true) return values;
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error), usage);
  }
}

/** Ends the process because it was called in a wrong way. */
export function refuse(message: string, usage: string): never {
  say(`${message}\n\n${usage}`);
  process.exit(2);
}
