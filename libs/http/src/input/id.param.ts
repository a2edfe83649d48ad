import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { NotFoundError } from '../problem/http.errors.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Parameter: an id in the path, in lower case. What is no UUID names nothing of ours.
 *
 * @throws NotFoundError (404)
 */
export const IdParam = createParamDecorator((name: string, context: ExecutionContext): string => {
  const value = context.switchToHttp().getRequest<Request>().params[name];
  const id = typeof value === 'string' ? value.toLowerCase() : '';
  if (!UUID.test(id)) throw new NotFoundError();
  return id;
});
