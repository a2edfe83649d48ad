/** The command was called in a way that it does not know: exit code 2. */
export class UsageError extends Error {}

/** A file says what can't be used: exit code 1, one line for each fault. */
export class BadInputError extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}
