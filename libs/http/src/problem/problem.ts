import type { DomainError, ErrorKind, ErrorParams, FieldProblem } from '#kernel';

/** An error body as RFC 9457 describes it, with a stable `code` and the id of the request. */
export interface Problem {
  /** `/problems/<area>/<what>`; documented in docs/problems.md. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** One sentence that tells the person what to do. */
  readonly detail: string;
  readonly code: string;
  readonly requestId?: string;
  readonly fields?: readonly FieldProblem[];
  readonly params?: ErrorParams;
}

/** The one place where the domain's words become statuses. */
export const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  malformed: 400,
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'precondition-failed': 412,
  'precondition-required': 428,
  'too-large': 413,
  'unsupported-media': 415,
  'too-many': 429,
  unavailable: 503,
  internal: 500,
};

const titles: Readonly<Record<ErrorKind, string>> = {
  malformed: 'The request could not be read',
  invalid: 'The input is not valid',
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'Not possible in the present state',
  gone: 'No longer available',
  'precondition-failed': 'Somebody else changed it',
  'precondition-required': 'A condition is missing',
  'too-large': 'Too large',
  'unsupported-media': 'Unknown format',
  'too-many': 'Too many attempts',
  unavailable: 'Not available right now',
  internal: 'Our mistake',
};

/** The type address of a code: `mentorships.mentor-full` → `/problems/mentorships/mentor-full`. */
export function problemType(code: string): string {
  return `/problems/${code.replaceAll('.', '/')}`;
}

/** The problem document of an expected refusal. */
export function problemOf(error: DomainError, requestId: string | undefined): Problem {
  return {
    type: problemType(error.code),
    title: titles[error.kind],
    status: statusOfKind[error.kind],
    detail: error.message,
    code: error.code,
    ...(requestId === undefined ? {} : { requestId }),
    ...(error.fields.length === 0 ? {} : { fields: error.fields }),
    ...(Object.keys(error.params).length === 0 ? {} : { params: error.params }),
  };
}
