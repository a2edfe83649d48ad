/** What a log line says of an error. */
export interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string | undefined;
  /** SQLSTATE, errno or an SMTP code. */
  readonly code?: string | number;
  readonly table?: string;
  readonly constraint?: string;
  readonly cause?: DescribedError;
}

/**
 * An error for the log, by named fields alone: errors of the database carry the values of the statement, and those of
 * the mail library the people it was for.
 */
export function describeError(thrown: unknown): DescribedError {
  if (!(thrown instanceof Error))
    return { type: typeof thrown, message: 'Something else than an error was thrown.' };
  const { code, table, constraint } = thrown as { code?: unknown; table?: unknown; constraint?: unknown };
  return {
    type: thrown.name,
    message: thrown.message,
    stack: thrown.stack,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(thrown.cause instanceof Error ? { cause: describeError(thrown.cause) } : {}),
  };
}
