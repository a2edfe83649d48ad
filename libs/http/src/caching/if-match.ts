import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { VersionConflictError, VersionRequiredError } from '../problem/http.errors.js';

/** The number in an `ETag` of ours (`"3"`), weak ones included; null for any other text. */
export function versionOfEtag(text: string): number | null {
  const found = /^(?:W\/)?"(\d{1,9})"$/.exec(text.trim());
  return found?.[1] === undefined ? null : Number(found[1]);
}

/**
 * Parameter: the version that the caller read, from `If-Match`.
 *
 * @throws VersionRequiredError (428) without the header, VersionConflictError (412) for a foreign one
 */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (header === undefined || header === '') throw new VersionRequiredError();
  const version = versionOfEtag(header);
  if (version === null) throw new VersionConflictError();
  return version;
});

/**
 * Parameter: the version that the caller read, or null without the header, where the same route creates.
 *
 * @throws VersionConflictError (412) for a foreign one
 */
export const IfMatchOnEdit = createParamDecorator(
  (_data: unknown, context: ExecutionContext): number | null => {
    const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
    if (header === undefined || header === '') return null;
    const version = versionOfEtag(header);
    if (version === null) throw new VersionConflictError();
    return version;
  },
);
