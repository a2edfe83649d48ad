import type { NextFunction, Request, Response } from 'express';
import {
  BodyTooLargeError,
  InvalidInputError,
  MalformedBodyError,
  UnsupportedBodyError,
} from '../problem/http.errors.js';

/** Deeper input than this would overflow the stack of the recursive transformer behind us. */
const MAX_DEPTH = 12;
const MAX_NODES = 50_000;

/**
 * Walks a parsed body without recursion.
 *
 * @throws BodyTooLargeError when it is nested too deep or has too many values
 * @throws InvalidInputError when a text holds a NUL character, which PostgreSQL can't store
 */
export function checkBody(body: unknown): void {
  const stack: { value: unknown; depth: number; path: string }[] = [{ value: body, depth: 0, path: '' }];
  let seen = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, depth, path } = next;
    seen += 1;
    if (seen > MAX_NODES) throw new BodyTooLargeError('Send fewer values at once.');
    if (typeof value === 'string') checkText(value, path);
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH)
      throw new BodyTooLargeError(`Send JSON that is nested at most ${MAX_DEPTH} levels deep.`);
    for (const [key, child] of Object.entries(value)) {
      checkText(key, path);
      stack.push({ value: child, depth: depth + 1, path: path === '' ? key : `${path}.${key}` });
    }
  }
}

function checkText(text: string, path: string): void {
  if (text.includes('\0')) throw new InvalidInputError([{ path, message: 'Remove the NUL character.' }]);
  // A lone surrogate can't be written as UTF-8.
  if (!text.isWellFormed())
    throw new InvalidInputError([{ path, message: 'This text is not valid Unicode.' }]);
}

/** Bodies that were not UTF-8. */
const broken = new WeakSet<object>();

/** Middleware after the JSON parser. */
export function bodyGuard(request: Request, _response: Response, next: NextFunction): void {
  if (broken.has(request)) throw new MalformedBodyError();
  checkBody(request.body);
  next();
}

/** Content types beside JSON that some addresses read. */
export interface BodyTypes {
  readonly path: RegExp;
  /** For example `multipart/form-data`. */
  readonly type: string;
}

/**
 * Middleware before the parsers: refuses a body that nobody would read. To the routes it would look like an empty one,
 * and those with nothing but optional fields would do their work.
 */
export function bodyTypeGuard(
  others: readonly BodyTypes[],
): (request: Request, response: Response, next: NextFunction) => void {
  return (request, _response, next) => {
    const types = others.flatMap(({ path, type }) => (path.test(request.path) ? [type] : []));
    const hasBody = request.headers['content-length'] !== '0';
    if (hasBody && request.is(['application/json', ...types]) === false) throw new UnsupportedBodyError();
    next();
  };
}

/** Middleware before everything: refuses NUL characters in the address. */
export function addressGuard(request: Request, _response: Response, next: NextFunction): void {
  if (request.url.includes('%00') || request.url.includes('\0'))
    throw new MalformedBodyError('Remove the NUL character from the address.');
  next();
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Notes a body that is not UTF-8, which the parser would silently replace; `bodyGuard` refuses it. An error from here
 * would come out of the parser as "forbidden".
 */
export function verifyUtf8(request: object, _response: unknown, body: Buffer): void {
  try {
    utf8.decode(body);
  } catch {
    broken.add(request);
  }
}
