import { isDatabaseAway } from '#database';
import { DomainError } from '#kernel';
import { HttpException } from '@nestjs/common';
import {
  BodyTooLargeError,
  InternalError,
  InvalidInputError,
  MalformedBodyError,
  NotAllowedError,
  NotSignedInError,
  RouteNotFoundError,
  UnavailableError,
  UnsupportedBodyError,
} from './http.errors.js';

/** Errors of body-parser and multer carry a `type` or `code`. */
interface LibraryError {
  readonly type?: unknown;
  readonly code?: unknown;
  readonly status?: unknown;
}

const byType: Readonly<Record<string, () => DomainError>> = {
  'entity.too.large': () => new BodyTooLargeError(),
  'entity.parse.failed': () => new MalformedBodyError(),
  'entity.verify.failed': () => new MalformedBodyError(),
  'request.aborted': () => new MalformedBodyError(),
  'request.size.invalid': () => new MalformedBodyError(),
  'encoding.unsupported': () => new UnsupportedBodyError(),
  'charset.unsupported': () => new UnsupportedBodyError(),
  'parameters.too.many': () => new BodyTooLargeError(),
  LIMIT_FILE_SIZE: () => new BodyTooLargeError('Upload a smaller file.'),
  LIMIT_UNEXPECTED_FILE: () =>
    new InvalidInputError([{ path: 'file', message: 'Send one file in the field "file".' }]),
};

const byStatus: Readonly<Record<number, () => DomainError>> = {
  400: () => new MalformedBodyError('The request could not be read; check its address and body.'),
  401: () => new NotSignedInError(),
  403: () => new NotAllowedError(),
  404: () => new RouteNotFoundError(),
  413: () => new BodyTooLargeError(),
  415: () => new UnsupportedBodyError(),
  503: () => new UnavailableError(),
};

/** The refusal that any thrown value stands for; `InternalError` for what nobody expected. */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const { type, code, status } = (error ?? {}) as LibraryError;
  for (const key of [type, code]) {
    const known = typeof key === 'string' ? byType[key] : undefined;
    if (known !== undefined) return known();
  }
  const number =
    error instanceof HttpException
      ? error.getStatus()
      : error instanceof URIError
        ? 400
        : typeof status === 'number'
          ? status
          : 500;
  if (isDatabaseAway(error)) return new UnavailableError();
  return byStatus[number]?.() ?? new InternalError();
}
