import { randomUUID } from 'node:crypto';
import type { Logger } from '#observability';
import { type HttpLogger, pinoHttp } from 'pino-http';
import { loggedPath } from './logged-path.js';

/** Middleware: gives each request an id, and writes one line about it without headers, which hold tokens both ways. */
export function requestLog(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        url: loggedPath(request.url),
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customLogLevel: (_request, response, error) =>
      error !== undefined || response.statusCode >= 500 ? 'error' : 'debug',
  });
}
