/** What went wrong, in terms of the domain; one table in `http` turns it into a status. */
export type ErrorKind =
  | 'malformed'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'precondition-failed'
  | 'precondition-required'
  | 'too-large'
  | 'unsupported-media'
  | 'too-many'
  | 'unavailable'
  | 'internal';

/** How loudly a refusal is logged: `silent` for what users do every day, `error` for what we must repair. */
export type ErrorLogLevel = 'silent' | 'info' | 'warn' | 'error';

/** A problem with one field of the input. `path` is a dotted path or `rows.3.email`. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** Values that fill the sentence of an error and travel with it; never secrets, never another tenant's data. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * An expected refusal of the application. It knows nothing of HTTP.
 *
 * `code` is stable and unique (`<area>.<what>`), `message` is one sentence that tells the person what to do.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  readonly logLevel: ErrorLogLevel = 'silent';
  readonly fields: readonly FieldProblem[];
  readonly params: ErrorParams;

  constructor(message: string, details: { params?: ErrorParams; fields?: readonly FieldProblem[] } = {}) {
    super(message);
    this.name = new.target.name;
    this.params = details.params ?? {};
    this.fields = details.fields ?? [];
  }
}
