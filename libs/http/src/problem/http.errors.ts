import { DomainError, type FieldProblem } from '#kernel';

/** The input breaks a rule; each problem names its field. */
export class InvalidInputError extends DomainError {
  readonly code = 'http.invalid-input';
  readonly kind = 'invalid';
  constructor(
    fields: readonly FieldProblem[],
    message = 'Correct the fields that are named and send it again.',
  ) {
    super(message, { fields });
  }
}

/** The body is no readable JSON. */
export class MalformedBodyError extends DomainError {
  readonly code = 'http.malformed-body';
  readonly kind = 'malformed';
  constructor(message = 'Send a body of valid JSON in UTF-8.') {
    super(message);
  }
}

/** The body is larger, or nested deeper, than we read. */
export class BodyTooLargeError extends DomainError {
  readonly code = 'http.body-too-large';
  readonly kind = 'too-large';
  constructor(message = 'Send a smaller body.') {
    super(message);
  }
}

/** The content type or encoding is unknown to us. */
export class UnsupportedBodyError extends DomainError {
  readonly code = 'http.unsupported-body';
  readonly kind = 'unsupported-media';
  constructor() {
    super('Send the body as application/json in UTF-8.');
  }
}

/** No such address. */
export class RouteNotFoundError extends DomainError {
  readonly code = 'http.no-such-route';
  readonly kind = 'not-found';
  constructor() {
    super('There is nothing at this address; the reference at /docs lists what there is.');
  }
}

/** The thing does not exist, or is not yours to see. */
export class NotFoundError extends DomainError {
  readonly code = 'http.not-found';
  readonly kind = 'not-found';
  constructor(what = 'What you asked for') {
    super(`${what} does not exist, or you have no access to it.`);
  }
}

/** No valid proof of who is asking. */
export class NotSignedInError extends DomainError {
  readonly code = 'http.not-signed-in';
  readonly kind = 'unauthenticated';
  constructor() {
    super('Sign in, and send the access token as "Authorization: Bearer …".');
  }
}

/** The person's role does not allow it. */
export class NotAllowedError extends DomainError {
  readonly code = 'http.not-allowed';
  readonly kind = 'forbidden';
  constructor(message = 'Your role in this program does not allow this; ask a program admin.') {
    super(message);
  }
}

/** An edit without `If-Match`. */
export class VersionRequiredError extends DomainError {
  readonly code = 'http.version-required';
  readonly kind = 'precondition-required';
  constructor() {
    super('Read it first and send its ETag as "If-Match", so that nobody\'s change is overwritten.');
  }
}

/** `If-Match` names an older version. */
export class VersionConflictError extends DomainError {
  readonly code = 'http.version-conflict';
  readonly kind = 'precondition-failed';
  constructor() {
    super('It was changed since you read it. Read it again and repeat your change.');
  }
}

/** The same `Idempotency-Key` came with another request. */
export class IdempotencyKeyReusedError extends DomainError {
  readonly code = 'http.idempotency-key-reused';
  readonly kind = 'invalid';
  constructor() {
    super('This Idempotency-Key was used for a different request; make a new key for a new request.');
  }
}

/** The first request with this key is still under way. */
export class RequestInProgressError extends DomainError {
  readonly code = 'http.request-in-progress';
  readonly kind = 'conflict';
  constructor() {
    super('The first request with this Idempotency-Key is still under way; ask again in a moment.');
  }
}

/** Too many attempts in a window of time. */
export class TooManyAttemptsError extends DomainError {
  readonly code = 'http.too-many-attempts';
  readonly kind = 'too-many';
  /** @param retryAfterSeconds seconds until the next attempt is allowed */
  constructor(readonly retryAfterSeconds: number) {
    super(`Too many attempts; try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`, {
      params: { retryAfterSeconds },
    });
  }
}

/** Something that we must repair. It says nothing of the cause. */
export class InternalError extends DomainError {
  readonly code = 'http.internal';
  readonly kind = 'internal';
  constructor() {
    super(
      'Something went wrong on our side. Try again; if it stays, tell your program admin the request id.',
    );
  }
}

/** A part that we need is not answering. */
export class UnavailableError extends DomainError {
  readonly code = 'http.unavailable';
  readonly kind = 'unavailable';
  constructor() {
    super('The service is not ready; try again in a moment.');
  }
}
