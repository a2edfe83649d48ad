import type { RapportConfig } from '#config';
import { AppLogger, createLogger } from '#observability';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';

/** The API, configured but not listening. */
export async function createApi(config: RapportConfig): Promise<NestExpressApplication> {
  const logger = createLogger(config.log, 'api');
  const server = express();
  // Rules that go by the address must mean the same addresses as the routes; too late once the router is made.
  server.enable('case sensitive routing');
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.forRoot(config, logger),
    new ExpressAdapter(server),
    { logger: new AppLogger(logger), bodyParser: false, abortOnError: false },
  );
  configureApp(app, config.http, logger);
  return app;
}
