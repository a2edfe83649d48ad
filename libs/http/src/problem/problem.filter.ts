import type { Logger } from '#observability';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { InternalError, TooManyAttemptsError, UnavailableError } from './http.errors.js';
import { problemOf } from './problem.js';
import { toDomainError } from './to-domain-error.js';

/** Answers every error with a problem document; the cause goes to the log, never to the caller. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request & { id?: string }>();
    const response = http.getResponse<Response>();
    const error = toDomainError(thrown);
    const problem = problemOf(error, request.id);
    if (error instanceof InternalError)
      this.logger.error({ err: thrown, requestId: request.id }, 'unexpected error');
    else if (error instanceof UnavailableError && thrown !== error)
      this.logger.warn({ err: thrown, requestId: request.id }, error.message);
    else if (error.logLevel !== 'silent')
      this.logger[error.logLevel]({ code: error.code, requestId: request.id }, error.message);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (error instanceof TooManyAttemptsError)
      response.setHeader('Retry-After', String(Math.ceil(error.retryAfterSeconds)));
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
