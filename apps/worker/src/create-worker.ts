import type { RapportConfig } from '#config';
import { AppLogger, createLogger } from '#observability';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.js';

/** A running worker; `close()` finishes or hands back what is under way. */
export async function createWorker(config: RapportConfig): Promise<INestApplicationContext> {
  const logger = createLogger(config.log, 'worker');
  return NestFactory.createApplicationContext(WorkerModule.forRoot(config, logger), {
    logger: new AppLogger(logger),
    abortOnError: false,
  });
}
