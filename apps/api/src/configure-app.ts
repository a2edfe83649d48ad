import type { HttpConfig } from '#config';
import {
  addressGuard,
  bodyGuard,
  bodyTypeGuard,
  createValidationPipe,
  ProblemFilter,
  verifyUtf8,
} from '#http';
import type { Logger } from '#observability';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { serveOpenApi } from './openapi/serve-openapi.js';
import { requestLog } from './request-log.js';

/** Header and whole request must arrive within these times; Node's defaults would wait for slow clients. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** How often that is looked at; with Node's default a slow client would get half a minute more. */
const CONNECTIONS_CHECK_MS = 1_000;

/** Forms of the pages behind links in mails, and uploads; everything else sends JSON. */
const OTHER_BODIES = [
  { path: /^\/([laiu]\/|(sign-in|forgotten-password)$)/, type: 'application/x-www-form-urlencoded' },
  // By RFC 8058 a mail program may choose either.
  { path: /^\/u\//, type: 'multipart/form-data' },
  { path: /^\/v1\/programs\/[^/]+\/imports\/?$/, type: 'multipart/form-data' },
];

/** Answers about people are nobody's to keep: no proxy's, and no browser's on a shared machine. */
const PERSONAL = /^\/(v1|[laiu])\//;

/** Everything between the socket and a controller. `main.ts` and the tests call this very function. */
export function configureApp(app: NestExpressApplication, config: HttpConfig, logger: Logger): void {
  app.set(
    'trust proxy',
    config.trustProxy === null ? false : config.trustProxy.split(',').map((address) => address.trim()),
  );
  app.disable('x-powered-by');
  app.use(requestLog(logger));
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
    }),
  );
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (PERSONAL.test(request.path)) response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(addressGuard);
  app.use(bodyTypeGuard(OTHER_BODIES));
  app.use(express.json({ limit: config.bodyLimitKb * 1024, strict: true, verify: verifyUtf8 }));
  app.use(express.urlencoded({ limit: '16kb', extended: false }));
  app.use(bodyGuard);
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  serveOpenApi(app);
  const server = app.getHttpServer();
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  // An option of the constructor, which is Nest's; it is read when the server begins to listen.
  Object.assign(server, { connectionsCheckingInterval: CONNECTIONS_CHECK_MS });
}
