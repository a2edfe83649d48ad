import { configClasses, loadConfig, variablesOf } from '#config';
import { createLogger } from '#observability';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from '../app.module.js';
import { buildOpenApi } from './serve-openapi.js';

/** Values that pass the checks of the configuration and open nothing. */
const placeholders: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  SMTP_URL: 'smtp://127.0.0.1:1',
  AUTH_SECRET: 'only for describing the routes, never for serving them',
};

/** The application in preview: its routes are known, nothing is connected and no provider is made. */
export async function previewApi(): Promise<NestExpressApplication> {
  const required = Object.values(configClasses).flatMap((type) =>
    [...variablesOf(type).values()].filter((spec) => spec.fallback === undefined && spec.optional !== true),
  );
  const config = loadConfig(Object.fromEntries(required.map((spec) => [spec.name, placeholders[spec.name]])));
  const logger = createLogger({ level: 'silent', format: 'json' }, 'preview');
  return NestFactory.create<NestExpressApplication>(AppModule.forRoot(config, logger), {
    preview: true,
    logger: false,
  });
}

/** The OpenAPI document of the routes, without a database. */
export async function describeApi(): Promise<OpenAPIObject> {
  const app = await previewApi();
  try {
    return buildOpenApi(app);
  } finally {
    await app.close();
  }
}
