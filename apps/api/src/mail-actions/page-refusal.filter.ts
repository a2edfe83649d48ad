import { ProblemFilter, statusOfKind, toDomainError } from '#http';
import { LOGGER, type Logger } from '#observability';
import { type ArgumentsHost, Catch, Inject } from '@nestjs/common';
import type { Request, Response } from 'express';
import { refusalPage, sendPage, wantsJson } from './mail-pages.js';

/** Tells people on a page what programs get as a problem document. */
@Catch()
export class PageRefusalFilter extends ProblemFilter {
  constructor(@Inject(LOGGER) logger: Logger) {
    super(logger);
  }

  override catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const error = toDomainError(thrown);
    if (
      error.kind === 'internal' ||
      response.headersSent ||
      wantsJson(host.switchToHttp().getRequest<Request>())
    )
      super.catch(thrown, host);
    else sendPage(response, refusalPage(error), statusOfKind[error.kind]);
  }
}
