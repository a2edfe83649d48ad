import type { RapportConfig } from '#config';
import { AppLogger, createLogger } from '#observability';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { configureApp } from './configure-app.js';

/** The API, configured but not listening. */
export async function createApi(config: RapportConfig): Promise<NestExpressApplication> {
  const logger = createLogger(config.log, 'api');
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config, logger), {
    logger: new AppLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  configureApp(app, config.http, logger);
  return app;
}
