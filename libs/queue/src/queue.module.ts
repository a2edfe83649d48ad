import { DatabaseConfig, QueueConfig } from '#config';
import { LOGGER, type Logger } from '#observability';
import { Module } from '@nestjs/common';
import { QueueConnections } from './connection.js';
import { JobBells } from './job-bells.js';

/** Queues for the worker process; the API has none. */
@Module({
  providers: [
    {
      provide: QueueConnections,
      inject: [QueueConfig, DatabaseConfig, LOGGER],
      useFactory: (queue: QueueConfig, database: DatabaseConfig, logger: Logger) =>
        new QueueConnections(
          queue,
          database,
          (where, error) => {
            logger.warn({ err: error, where }, 'the queue store is not answering');
          },
          (sentence) => {
            logger.warn(sentence);
          },
        ),
    },
    {
      provide: JobBells,
      inject: [QueueConnections],
      useFactory: (connections: QueueConnections) => new JobBells(connections),
    },
  ],
  exports: [QueueConnections, JobBells],
})
export class QueueModule {}
