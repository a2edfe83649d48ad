import { NotAllowedError } from '#http';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';

/**
 * Refuses forms that another site sends through somebody's browser; their answer could sign that person in as another.
 * Opening a page is allowed from everywhere: mail is read on other sites, and opening changes nothing.
 */
@Injectable()
export class SameSiteGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<Request>();
    const site = headers['sec-fetch-site'];
    if (method === 'GET' || method === 'HEAD') return true;
    if (site === 'cross-site' || site === 'same-site')
      throw new NotAllowedError('Open the link from the mail itself, and press the button there.');
    return true;
  }
}
